package io.customerroom.web.definitions;

import io.customerroom.ledger.definitions.ActivityDefinition;
import io.customerroom.ledger.definitions.ActivityDefinition.Booking;
import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.definitions.DepartureDefinition;
import io.customerroom.ledger.definitions.ValueDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says a rule in words that need no manual. */
public final class DefinitionWords {

    private DefinitionWords() {}

    /** A part of a rule: what is settled, and how. */
    public record Part(String name, String words) {}

    /** What the rule settles: active, value, or lost. */
    public static String title(Definition definition) {
        String what =
                switch (definition) {
                    case ActivityDefinition activity -> "When is a customer active, and when lost?";
                    case ValueDefinition value -> "What is a customer worth?";
                    case DepartureDefinition departure -> "Who counts as lost?";
                };
        return definition.card().ofCompany()
                ? what
                : "%s The rule of %s".formatted(what, definition.card().department());
    }

    /** Its parts, in the order in which they are read. */
    public static List<Part> parts(Definition definition) {
        return switch (definition) {
            case ActivityDefinition activity -> activity(activity);
            case ValueDefinition value ->
                List.of(
                        new Part("Window", months(value.windowMonths()) + " up to the end of the period"),
                        new Part("Measure", value.measure().name().toLowerCase(Locale.ROOT)));
            case DepartureDefinition departure ->
                List.of(new Part("Lost", "who has a departure in the source " + departure.source()));
        };
    }

    private static List<Part> activity(ActivityDefinition rule) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("Active by purchase", "for %s after each".formatted(days(rule.lapseDays()))));
        if (!rule.lapseDaysBySegment().isEmpty()) {
            parts.add(new Part(
                    "Other windows",
                    rule.lapseDaysBySegment().entrySet().stream()
                            .map(entry -> entry.getKey() + " " + days(entry.getValue()))
                            .collect(Collectors.joining(", "))));
        }
        parts.add(new Part("Lines that count", String.join(", ", rule.counts())));
        parts.add(new Part(
                "Loss is booked",
                rule.booking() == Booking.AFTER_LAPSE
                        ? "on the day after the window, and never restated"
                        : "on the day of the last purchase, once the window has passed"));
        parts.add(new Part("Contracts", rule.contractsCount() ? "make active while they run" : "do not count"));
        return parts;
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String months(int months) {
        return months == 1 ? "1 month" : months + " months";
    }
}
