package io.customerroom.ledger.definitions;

import io.customerroom.ledger.definitions.LoyaltyDefinition.Among;
import io.customerroom.ledger.definitions.LoyaltyDefinition.Behaviour;
import io.customerroom.ledger.definitions.LoyaltyDefinition.Deed;
import io.customerroom.ledger.workspace.StrictYaml.Section;
import io.customerroom.state.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Loyalty behaviours as people write them, one in braces a line: {@code {name: Recommended us, does: recommended, within-days: 365}}. */
public final class LoyaltyText {

    private static final int YEAR = 365;
    private static final int USUAL_MIN_N = 30;
    private static final String DEEDS =
            "one of " + Arrays.stream(Deed.values()).map(Deed::id).toList();

    private LoyaltyText() {}

    static LoyaltyDefinition read(Section keys, DefinitionCard card) {
        List<Behaviour> behaviours = new ArrayList<>();
        for (Section section : keys.sectionsOf("behaviours")) {
            behaviour(section).ifPresent(behaviours::add);
        }
        int months = keys.value("follow-months", text -> number(text, 1, 60), "a number of months from 1 to 60")
                .orElse(12);
        int minN = keys.value("min-n", text -> number(text, 1, 1_000_000), "a number from 1")
                .orElse(USUAL_MIN_N);
        if (behaviours.isEmpty() || behaviours.size() > LoyaltyDefinition.MOST) {
            keys.refuse(
                    "behaviours",
                    "'behaviours' lists from 1 to %d things that customers do.".formatted(LoyaltyDefinition.MOST));
        } else if (behaviours.stream().map(Behaviour::name).distinct().count() < behaviours.size()) {
            keys.refuse("behaviours", "two behaviours have one name.");
        } else {
            return new LoyaltyDefinition(card, months, minN, behaviours);
        }
        return new LoyaltyDefinition(
                card, months, minN, List.of(new Behaviour("none", Deed.CONTRACTS, "", 1, 1, Among.ALL)));
    }

    private static Optional<Behaviour> behaviour(Section keys) {
        Optional<String> name = keys.text("name").filter(text -> !text.isBlank());
        Optional<Deed> deed = keys.value("does", text -> word(Deed.class, text), DEEDS);
        String what = keys.text("what").orElse("").strip();
        int atLeast = keys.value("at-least", text -> number(text, 1, 1_000), "a number from 1 to 1000")
                .orElse(1);
        int days = keys.value("within-days", text -> number(text, 1, 3_650), "a number of days from 1 to 3650")
                .orElse(YEAR);
        Among among = keys.value("among", text -> word(Among.class, text), "all, contract or buyers")
                .orElse(Among.ALL);
        if (name.isEmpty()) {
            keys.refuse("name", "a behaviour has a name.");
        } else if (!keys.has("does")) {
            keys.refuse("does", "'does' is missing; it is %s.".formatted(DEEDS));
        } else if (deed.isPresent() && deed.get().named() == what.isEmpty()) {
            keys.refuse(
                    "what",
                    deed.get().named()
                            ? "'what' is missing; it names the %s."
                                    .formatted(deed.get().id())
                            : "'%s' has no 'what'.".formatted(deed.get().id()));
        } else if (deed.isPresent()) {
            return Optional.of(new Behaviour(name.get().strip(), deed.get(), what, atLeast, days, among));
        }
        return Optional.empty();
    }

    /** The behaviour as it stands between its braces. */
    public static String of(Behaviour behaviour) {
        List<String> parts = new ArrayList<>();
        parts.add("name: " + Json.write(behaviour.name()));
        parts.add("does: " + behaviour.deed().id());
        if (behaviour.deed().named()) {
            parts.add("what: " + Json.write(behaviour.what()));
        }
        parts.add("at-least: " + behaviour.atLeast());
        parts.add("within-days: " + behaviour.days());
        parts.add("among: " + behaviour.among().id());
        return String.join(", ", parts);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static int number(String text, int lowest, int highest) {
        int number = Integer.parseInt(text);
        if (number < lowest || number > highest) {
            throw new IllegalArgumentException("out of range: " + number);
        }
        return number;
    }
}
