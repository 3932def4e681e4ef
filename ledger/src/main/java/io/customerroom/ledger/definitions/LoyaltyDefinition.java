package io.customerroom.ledger.definitions;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What customers do who mean to stay, as the company believes it. The belief is tested every period: did those who did it stay more often than
 * those who did not?
 *
 * @param followMonths how long customers are followed after they were seen to do it or not, from 1 to 60
 * @param minN with fewer customers than this on either side nothing is said
 * @param behaviours in the order in which they are shown; names are unique
 */
public record LoyaltyDefinition(DefinitionCard card, int followMonths, int minN, List<Behaviour> behaviours)
        implements Definition {

    /** More than this are looked for until one is found by luck. */
    public static final int MOST = 12;

    public LoyaltyDefinition {
        behaviours = List.copyOf(behaviours);
        Set<String> names = new HashSet<>();
        if (behaviours.isEmpty() || behaviours.size() > MOST) {
            throw new IllegalArgumentException(
                    "behaviours must be 1 to %d, but were %d".formatted(MOST, behaviours.size()));
        }
        if (!behaviours.stream().allMatch(behaviour -> names.add(behaviour.name()))) {
            throw new IllegalArgumentException("two behaviours have one name");
        }
    }

    /**
     * Something that a customer does or does not.
     *
     * @param what the product or the channel; empty for deeds that name none
     * @param atLeast how often, or how many
     * @param days how far back is looked, for deeds that happen on a day
     */
    public record Behaviour(String name, Deed deed, String what, int atLeast, int days, Among among) {

        public Behaviour {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a behaviour has a name");
            }
            if (deed.named() == what.isBlank()) {
                throw new IllegalArgumentException(
                        "'%s' %s".formatted(deed.id(), deed.named() ? "needs 'what'" : "has no 'what'"));
            }
        }

        /** As the metric {@code loyalty-behaviours} is asked about it. */
        public Map<String, String> parameters() {
            Map<String, String> parameters = new TreeMap<>();
            parameters.put("kind", deed.id());
            parameters.put("at_least", Integer.toString(atLeast));
            parameters.put("days", Integer.toString(days));
            parameters.put("among", among.id());
            if (deed.named()) {
                parameters.put("what", what);
            }
            return parameters;
        }

        /** What is looked for, in words: {@code held at least 2 contracts}. */
        public String words() {
            String times = "at least " + atLeast;
            String lately = " in the %d days before".formatted(days);
            return switch (deed) {
                case CONTRACTS -> "held %s contract%s".formatted(times, plural());
                case PRODUCT -> "held a contract about “%s”".formatted(what);
                case MONTHS_AHEAD -> "paid %d months or more ahead".formatted(atLeast);
                case CATEGORIES -> "bought in %s categories%s".formatted(times, lately);
                case ORDERS -> "placed %s order%s%s".formatted(times, plural(), lately);
                case CHANNEL ->
                    "came through “%s” %s time%s%s, or holds a contract through it"
                            .formatted(what, times, plural(), lately);
                case SURVEY -> "answered %s survey%s%s".formatted(times, plural(), lately);
                case RECOMMENDED -> "recommended us %s time%s%s".formatted(times, plural(), lately);
            };
        }

        private String plural() {
            return atLeast == 1 ? "" : "s";
        }
    }

    /** What can be looked for in the facts. */
    public enum Deed {
        CONTRACTS(false),
        PRODUCT(true),
        MONTHS_AHEAD(false),
        CATEGORIES(false),
        ORDERS(false),
        CHANNEL(true),
        SURVEY(false),
        RECOMMENDED(false);

        private final boolean named;

        Deed(boolean named) {
            this.named = named;
        }

        /** Whether it is about something that must be named. */
        public boolean named() {
            return named;
        }

        /** The word in files and questions: {@code months-ahead}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Among whom those who do it and those who do not are compared. */
    public enum Among {
        ALL("all customers"),
        CONTRACT("customers with a contract"),
        BUYERS("customers who bought in that time");

        private final String words;

        Among(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
