package io.customerroom.web.security;

import io.customerroom.kernel.Failure;

/**
 * What a form says when it could not do what was asked: stands above it, and what was typed stays.
 *
 * @param message what is wrong
 * @param nextStep what would be accepted
 */
public record Problem(String message, String nextStep) {

    /** The asker's own mistakes become a problem beside the form; any other failure goes on to its own page. */
    public static Problem of(Failure failure) {
        if (failure.kind() != Failure.Kind.YOURS) {
            throw failure;
        }
        return new Problem(String.valueOf(failure.getMessage()), failure.nextStep());
    }
}
