package io.customerroom.walls.operations;

import io.customerroom.kernel.Failure;

/**
 * A contact that leaders chose as one of those that matter most.
 *
 * @param stage of the journey; empty where none was said
 * @param owner who answers for it; empty for nobody, which the wall shows as a gap
 */
public record Priority(String contact, ContactKind kind, String stage, String owner) {

    public Priority {
        contact = contact.strip();
        stage = stage.strip();
        owner = owner.strip();
        if (contact.isEmpty() || contact.length() > 200 || stage.length() > 200 || owner.length() > 200) {
            throw Failure.yours(
                    "CONTACT_UNNAMED",
                    "A priority contact needs a name.",
                    "Use at most 200 characters for contact, stage and owner.");
        }
    }
}
