package io.customerroom.ledger.definitions;

import io.customerroom.ledger.definitions.CostRules.Activity;
import io.customerroom.ledger.definitions.CostRules.Basis;
import io.customerroom.ledger.definitions.CostRules.Driver;
import io.customerroom.ledger.definitions.CostRules.Kind;
import io.customerroom.ledger.workspace.StrictYaml;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the keys of cost rules; what is wrong becomes a finding of the file. */
final class CostRulesReader {

    private static final String AMOUNT = "a number from 0 to 1000000 with a point, such as 42.50";

    private static final BigDecimal MOST = BigDecimal.valueOf(1000);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private CostRulesReader() {}

    static CostRules read(StrictYaml.Section keys, DefinitionCard card) {
        StrictYaml.Section activities = keys.section("activities");
        List<Activity> read = new ArrayList<>();
        for (String name : activities.keys()) {
            read.add(activity(name, activities.section(name)));
        }
        StrictYaml.Section companyWide = keys.section("company-wide");
        SortedMap<String, Basis> bases = new TreeMap<>();
        for (String name : companyWide.keys()) {
            companyWide
                    .value(name, text -> DefinitionReader.word(Basis.class, text), words(Basis.class))
                    .ifPresent(basis -> bases.put(name, basis));
        }
        Optional<DatedAmounts> percent = keys.has("cost-of-sales-percent")
                ? Optional.of(amounts(keys, "cost-of-sales-percent"))
                : Optional.empty();
        if (percent.stream().flatMap(it -> it.since().values().stream()).anyMatch(it -> it.compareTo(MOST) > 0)) {
            keys.refuse("cost-of-sales-percent", "cost-of-sales-percent is above 1000.");
        }
        return new CostRules(card, read, bases, percent);
    }

    private static Activity activity(String name, StrictYaml.Section keys) {
        Kind kind = DefinitionReader.required(
                keys, "kind", text -> DefinitionReader.word(Kind.class, text), words(Kind.class), Kind.SERVE);
        Driver driver = DefinitionReader.required(
                keys, "driver", text -> DefinitionReader.word(Driver.class, text), words(Driver.class), Driver.TICKETS);
        SortedMap<String, String> where = new TreeMap<>();
        driver.conditions()
                .forEach(condition -> (condition.equals("line-kind")
                                ? keys.value(condition, CostRulesReader::lineKind, "return or cancellation")
                                : keys.value(condition, Function.identity(), "a text"))
                        .ifPresent(value -> where.put(condition, value)));
        DatedAmounts minutes = amounts(keys, "minutes");
        DatedAmounts rate = amounts(keys, "rate-per-hour");
        DatedAmounts perEvent = amounts(keys, "per-event");
        if (minutes.isNothing() != rate.isNothing()) {
            keys.refuse("minutes", "'%s' has minutes without a rate-per-hour, or the reverse.".formatted(name));
        }
        return new Activity(
                name.isBlank() ? "nameless" : name,
                kind,
                driver,
                where,
                minutes,
                rate,
                perEvent,
                keys.text("replaces").orElse(""));
    }

    /** One amount for all time, or amounts by their first days. */
    private static DatedAmounts amounts(StrictYaml.Section keys, String key) {
        if (!keys.nests(key)) {
            return keys.value(key, CostRulesReader::number, AMOUNT + ", or such numbers by their first days")
                    .map(DatedAmounts::always)
                    .orElse(DatedAmounts.NONE);
        }
        StrictYaml.Section days = keys.section(key);
        NavigableMap<LocalDate, BigDecimal> since = new TreeMap<>();
        for (String day : days.keys()) {
            Optional<BigDecimal> amount = days.value(day, CostRulesReader::number, AMOUNT);
            if (!days.has(day)) {
                keys.refuse(key, "%s has no amount for '%s'.".formatted(key, day));
            } else if (!DAY.matcher(day).matches()) {
                keys.refuse(key, "%s has '%s' where a first day such as 2026-01-31 is expected.".formatted(key, day));
            } else {
                amount.ifPresent(it -> day(keys, key, day).ifPresent(first -> since.put(first, it)));
            }
        }
        if (days.keys().isEmpty()) {
            keys.refuse(key, "%s has no first day with its amount.".formatted(key));
        }
        return since.isEmpty() ? DatedAmounts.NONE : new DatedAmounts(since);
    }

    private static Optional<LocalDate> day(StrictYaml.Section keys, String key, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            keys.refuse(key, "%s has the day '%s', which no calendar has.".formatted(key, text));
            return Optional.empty();
        }
    }

    private static String lineKind(String text) {
        if (!text.equals("return") && !text.equals("cancellation")) {
            throw new IllegalArgumentException("nothing comes back by " + text);
        }
        return text;
    }

    private static BigDecimal number(String text) {
        if (!text.matches("\\d{1,7}(\\.\\d{1,6})?") || new BigDecimal(text).compareTo(new BigDecimal(1_000_000)) > 0) {
            throw new IllegalArgumentException("not an amount: " + text);
        }
        return new BigDecimal(text);
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", ", "one of ", ""));
    }
}
