package io.customerroom.ledger.definitions;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.definitions.ActivityDefinition.Booking;
import io.customerroom.ledger.definitions.DesiredDefinition.Rule;
import io.customerroom.ledger.definitions.ValueDefinition.Measure;
import io.customerroom.ledger.workspace.StrictYaml;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads definition files strictly, one definition each, and gathers the findings of all files before it answers. */
final class DefinitionReader {

    private static final List<String> LINE_KINDS = List.of("sale", "return", "cancellation", "adjustment");
    private static final List<String> NAMES = List.of(
            "activity",
            "contracts",
            "value",
            "cost-rules",
            "loyalty-behaviours",
            "referrals",
            "lost",
            "desired-customers",
            "touch",
            "worth");
    private static final Rule STAND_IN = new Rule(
            new TreeSet<>(List.of("none")),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            Optional.empty(),
            Optional.empty());
    private static final String DAYS = "a number of days from 0 to 36500";

    private final List<String> findings = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    void read(String file, String text) {
        try {
            StrictYaml yaml = StrictYaml.parse(file, text);
            Definition definition = definition(yaml.root());
            yaml.finish();
            if (ids.add(definition.card().id())) {
                definitions.add(definition);
            } else {
                findings.add(
                        "%s defines %s again.".formatted(file, definition.card().id()));
            }
        } catch (Failure refused) {
            findings.add(refused.getMessage());
        }
    }

    List<Definition> done() {
        if (!findings.isEmpty()) {
            throw Failure.yours(
                    "DEFINITION_INVALID",
                    String.join("\n", findings),
                    "Mend the files in definitions/; the guide shows each key.");
        }
        return List.copyOf(definitions);
    }

    private static Definition definition(StrictYaml.Section keys) {
        String name = required(
                keys,
                "name",
                text -> choice(text, NAMES),
                "activity, contracts, value, cost-rules, loyalty-behaviours, referrals, lost, desired-customers, touch or worth",
                "activity");
        DefinitionCard card = new DefinitionCard(
                name,
                keys.value("department", DefinitionReader::department, "a short name such as customer-success")
                        .orElse(""),
                required(keys, "version", text -> number(text, 1, 9_999), "a number from 1", 1),
                required(keys, "owner", Function.identity(), "a name", ""),
                required(keys, "reason", Function.identity(), "a sentence", ""),
                required(keys, "valid-from", LocalDate::parse, "a date such as 2026-01-31", LocalDate.EPOCH),
                keys.texts("sign-off"));
        return switch (name) {
            case "activity" -> activity(keys, card);
            case "contracts" -> contracts(keys, card);
            case "value" -> value(keys, card);
            case "referrals" -> referrals(keys, card);
            case "cost-rules" -> CostRulesReader.read(keys, card);
            case "loyalty-behaviours" -> LoyaltyText.read(keys, card);
            case "desired-customers" -> desired(keys, card);
            case "touch" -> touch(keys, card);
            case "worth" -> worth(keys, card);
            default -> departure(keys, card);
        };
    }

    private static Definition departure(StrictYaml.Section keys, DefinitionCard card) {
        String source = required(keys, "departures-of", Function.identity(), "the name of a source", "main");
        if (card.ofCompany()) {
            keys.refuse(
                    "name",
                    "'lost' is a department's rule and needs its 'department'; for the company the activity says who is lost.");
            return new DepartureDefinition(
                    new DefinitionCard("lost", "nobody", 1, card.owner(), card.reason(), card.validFrom(), List.of()),
                    source);
        }
        return new DepartureDefinition(card, source);
    }

    private static ActivityDefinition activity(StrictYaml.Section keys, DefinitionCard card) {
        List<String> counts = keys.values("counts", text -> choice(text, LINE_KINDS), "one of " + LINE_KINDS);
        return new ActivityDefinition(
                card,
                new TreeSet<>(keys.has("counts") ? counts : List.of("sale")),
                required(keys, "lapse-days", text -> number(text, 0, 36_500), DAYS, 0),
                daysBySegment(keys.section("lapse-days-by-segment")),
                keys.value("booking", text -> word(Booking.class, text), "after-lapse or last-purchase")
                        .orElse(Booking.AFTER_LAPSE),
                keys.value("contracts-count", DefinitionReader::flag, "true or false")
                        .orElse(true));
    }

    private static SortedMap<String, Integer> daysBySegment(StrictYaml.Section segments) {
        SortedMap<String, Integer> days = new TreeMap<>();
        for (String segment : segments.keys()) {
            segments.value(segment, text -> number(text, 0, 36_500), DAYS).ifPresent(n -> days.put(segment, n));
        }
        return days;
    }

    private static ContractsDefinition contracts(StrictYaml.Section keys, DefinitionCard card) {
        Map<ContractSwitch, String> said = new EnumMap<>(ContractSwitch.class);
        for (ContractSwitch each : ContractSwitch.values()) {
            keys.value(each.key(), text -> allowed(each, text), each.accepted())
                    .ifPresent(value -> said.put(each, value));
        }
        return new ContractsDefinition(card, new ContractSwitches(said));
    }

    private static String allowed(ContractSwitch of, String text) {
        if (!of.allows(text)) {
            throw new IllegalArgumentException("unknown: " + text);
        }
        return text;
    }

    private static ReferralsDefinition referrals(StrictYaml.Section keys, DefinitionCard card) {
        return new ReferralsDefinition(
                card,
                required(
                        keys,
                        "came-anyway-percent",
                        DefinitionReader::percent,
                        "a percentage from 0 to 100, such as 12.5",
                        BigDecimal.ZERO),
                keys.value("named-within-days", text -> number(text, 0, 36_500), DAYS)
                        .orElse(30));
    }

    private static WorthDefinition worth(StrictYaml.Section keys, DefinitionCard card) {
        return new WorthDefinition(
                card,
                required(keys, "discount-percent", DefinitionReader::percent, "a rate from 0 to 100", BigDecimal.ZERO),
                required(keys, "years", text -> number(text, 1, 30), "a number of years from 1 to 30", 1),
                required(keys, "level-percent", text -> number(text, 50, 99), "a number from 50 to 99", 90),
                required(keys, "alive-below-percent", text -> number(text, 1, 99), "a number from 1 to 99", 50),
                keys.value("models", text -> word(WorthDefinition.Models.class, text), "one or per-segment")
                        .orElse(WorthDefinition.Models.ONE));
    }

    private static BigDecimal percent(String text) {
        BigDecimal percent = new BigDecimal(text);
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0 || percent.scale() > 4) {
            throw new IllegalArgumentException("no percentage: " + text);
        }
        return percent;
    }

    private static ValueDefinition value(StrictYaml.Section keys, DefinitionCard card) {
        return new ValueDefinition(
                card,
                required(keys, "window-months", text -> number(text, 1, 120), "a number of months from 1 to 120", 1),
                keys.value("measure", text -> word(Measure.class, text), "revenue or contribution")
                        .orElse(Measure.REVENUE));
    }

    private static DesiredDefinition desired(StrictYaml.Section keys, DefinitionCard card) {
        List<Rule> desired = rules(keys, "desired");
        List<Rule> notDesired = rules(keys, "not-desired");
        if (desired.isEmpty() && notDesired.isEmpty()) {
            keys.refuse("desired", "'desired' or 'not-desired' needs a rule, such as {segments: [Household]}.");
            return new DesiredDefinition(card, List.of(STAND_IN), List.of());
        }
        return new DesiredDefinition(card, desired, notDesired);
    }

    private static List<Rule> rules(StrictYaml.Section keys, String key) {
        List<Rule> rules = new ArrayList<>();
        for (StrictYaml.Section rule : keys.sectionsOf(key)) {
            String amount = "an amount such as 30 or 29.90";
            Optional<BigDecimal> atLeast = rule.value("first-value-at-least", DefinitionReader::amount, amount);
            Optional<BigDecimal> below = rule.value("first-value-below", DefinitionReader::amount, amount);
            SortedSet<String> segments = new TreeSet<>(rule.texts("segments"));
            SortedSet<String> sites = new TreeSet<>(rule.texts("sites"));
            SortedSet<String> channels = new TreeSet<>(rule.texts("channels"));
            SortedSet<String> products = new TreeSet<>(rule.texts("products"));
            if (segments.size() + sites.size() + channels.size() + products.size() == 0
                    && atLeast.isEmpty()
                    && below.isEmpty()) {
                rule.refuse("segments", "a rule asks for segments, sites, channels, products or a first value.");
            } else {
                rules.add(new Rule(segments, sites, channels, products, atLeast, below));
            }
        }
        return rules;
    }

    private static BigDecimal amount(String text) {
        BigDecimal amount = new BigDecimal(text);
        if (amount.precision() - amount.scale() > 12 || amount.scale() > 6) {
            throw new IllegalArgumentException("out of range: " + amount);
        }
        return amount;
    }

    private static TouchDefinition touch(StrictYaml.Section keys, DefinitionCard card) {
        List<String> kinds = keys.values(
                "kinds",
                DefinitionReader::touchKind,
                "a kind of touch in lower case; mass mail, newsletters and invoices never count");
        if (!keys.has("kinds")) {
            keys.refuse("kinds", "'kinds' is missing; it lists the kinds of touch that count.");
        }
        return new TouchDefinition(
                card,
                required(keys, "days", text -> number(text, 1, 3_650), "a number of days from 1 to 3650", 60),
                new TreeSet<>(kinds.isEmpty() ? List.of("call") : kinds),
                keys.value("judged-after-days", text -> number(text, 1, 3_650), "a number of days from 1 to 3650")
                        .orElse(TouchDefinition.JUDGED_AFTER_DAYS));
    }

    private static String touchKind(String text) {
        if (!TouchDefinition.mayCount(text)) {
            throw new IllegalArgumentException("never counts: " + text);
        }
        return text;
    }

    /** @param standIn keeps reading going when the key is missing, which is a finding */
    static <T> T required(StrictYaml.Section keys, String key, Function<String, T> reader, String accepted, T standIn) {
        if (!keys.has(key)) {
            keys.refuse(key, "'%s' is missing; it is %s.".formatted(key, accepted));
            return standIn;
        }
        return keys.value(key, reader, accepted).orElse(standIn);
    }

    private static int number(String text, int lowest, int highest) {
        int number = Integer.parseInt(text);
        if (number < lowest || number > highest) {
            throw new IllegalArgumentException("out of range: " + number);
        }
        return number;
    }

    private static boolean flag(String text) {
        return choice(text, List.of("true", "false")).equals("true");
    }

    private static String department(String text) {
        if (!text.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("not a short name: " + text);
        }
        return text;
    }

    static String choice(String text, List<String> known) {
        if (!known.contains(text)) {
            throw new IllegalArgumentException("unknown: " + text);
        }
        return text;
    }

    static <E extends Enum<E>> E word(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                        .equals(text))
                .findFirst()
                .orElseThrow();
    }
}
