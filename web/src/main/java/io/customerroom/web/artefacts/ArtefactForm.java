package io.customerroom.web.artefacts;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.room.artefacts.BlackBox;
import io.customerroom.room.artefacts.Consent;
import io.customerroom.room.artefacts.Draft;
import io.customerroom.room.artefacts.Draft.Redaction;
import io.customerroom.room.artefacts.Kind;
import io.customerroom.room.artefacts.Reach;
import io.customerroom.room.artefacts.Subject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What is typed about an artefact, and what it means. */
record ArtefactForm(Map<String, String> typed) {

    /** Never null, for templates as well. */
    public String text(String field) {
        return typed.getOrDefault(field, "");
    }

    Subject about() {
        return Subject.of(text("about"), text("name"));
    }

    /** Refused: days, customers and rectangles that are none. */
    Draft draft(Optional<Draft.Sent> file) {
        String customer = text("customer").strip();
        return new Draft(
                Kind.of(text("kind")),
                text("title"),
                text("words"),
                text("source"),
                day("day"),
                about(),
                customer.isEmpty() ? Optional.empty() : Optional.of(CustomerId.parse(customer)),
                consent(),
                file,
                new Redaction(
                        text("black").lines().toList(), BlackBox.parse(text("boxes")), typed.containsKey("cleaned")));
    }

    /** Who let it be shown, and how far. */
    Consent.Given consent() {
        Reach reach = Reach.of(text("reach"));
        return reach == Reach.FREE
                ? Consent.Given.nobodyIsInIt()
                : new Consent.Given(reach, text("giver"), day("given"), day("until"));
    }

    private Optional<LocalDate> day(String field) {
        String day = text(field).strip();
        if (day.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeException e) {
            throw Failure.yours("DAY_MALFORMED", "This is not a day.", "Write it as 2026-06-30.");
        }
    }
}
