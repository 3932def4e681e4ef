package io.customerroom.room.artefacts;

/**
 * An artefact that hung on the walls of a meeting when they were frozen.
 *
 * @param artefact as it stands today: what was withdrawn or erased since is not shown in the past either
 * @param fingerprint of what hung there then
 */
public record HungArtefact(Artefact artefact, String fingerprint) {

    /** Whether it is still what hung there. */
    public boolean same() {
        return artefact.fingerprint().equals(fingerprint);
    }
}
