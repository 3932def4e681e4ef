package io.customerroom.kernel;

/**
 * Who changes something, from where, why, and in which request. Every writing operation asks for it, and the trail keeps it.
 *
 * @param actor the account's name, or {@code command line} and {@code system}
 * @param via where it came from: {@code web}, {@code cli}, {@code schedule}
 * @param reason in the actor's words; may be empty
 * @param request ties together the entries of one request
 */
public record Authorship(String actor, String via, String reason, String request) {

    public Authorship {
        if (actor.isBlank()) {
            throw new IllegalArgumentException("actor must be named");
        }
    }
}
