package io.customerroom.room.evidence;

/** Hears how far work has come that takes longer than a page. */
@FunctionalInterface
public interface Steps {

    /** Nobody watches. */
    Steps UNSEEN = (step, of, what) -> {};

    /**
     * A step begins.
     *
     * @param step from 1
     * @param of how many there are, the same for every step
     * @param what is done in it, in a few words
     */
    void at(int step, int of, String what);
}
