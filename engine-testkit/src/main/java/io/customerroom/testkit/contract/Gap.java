package io.customerroom.testkit.contract;

/** A feature that an engine declares not to have, and why. The declaration is tested: a gap that closed must be removed. */
public record Gap(Feature feature, String reason) {

    public Gap {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a gap needs a reason: " + feature);
        }
    }
}
