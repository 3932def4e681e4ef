package io.customerroom.web.programmes;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import java.util.Arrays;
import java.util.Set;

/** Which customers of a programme are meant. */
enum Side {
    OFFERED("offered", "to whom it was offered"),
    KEPT_OUT("kept-out", "whom chance kept out"),
    TOOK_UP("took-up", "who took it up");

    private final String id;
    private final String words;

    Side(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** The word in addresses. */
    String id() {
        return id;
    }

    /** Goes on after "customers". */
    String words() {
        return words;
    }

    Set<CustomerId> of(Audience audience) {
        return switch (this) {
            case OFFERED -> audience.offered();
            case KEPT_OUT -> audience.heldOut();
            case TOOK_UP -> audience.tookUp();
        };
    }

    static Side of(String id) {
        return Arrays.stream(values())
                .filter(side -> side.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "PROGRAMME_SIDE_UNKNOWN",
                        "A programme has no such customers.",
                        "Open the programmes and follow their links."));
    }
}
