package io.customerroom.ledger.definitions;

import io.customerroom.ledger.definitions.CostRules.Activity;
import io.customerroom.ledger.definitions.CostRules.Basis;
import io.customerroom.ledger.definitions.CostRules.Driver;
import io.customerroom.ledger.definitions.CostRules.Kind;
import io.customerroom.ledger.workspace.StrictYaml;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the keys of cost rules; what is wrong becomes a finding of the file. */
final class CostRulesReader {

    private static final String AMOUNT = "a number from 0 to 1000000 with a point, such as 42.50";

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
        return new CostRules(card, read, bases);
    }

    private static Activity activity(String name, StrictYaml.Section keys) {
        Kind kind = DefinitionReader.required(
                keys, "kind", text -> DefinitionReader.word(Kind.class, text), words(Kind.class), Kind.SERVE);
        Driver driver = DefinitionReader.required(
                keys, "driver", text -> DefinitionReader.word(Driver.class, text), words(Driver.class), Driver.TICKETS);
        SortedMap<String, String> where = new TreeMap<>();
        driver.conditions()
                .forEach(condition -> keys.value(condition, Function.identity(), "a text")
                        .ifPresent(value -> where.put(condition, value)));
        BigDecimal minutes = amount(keys, "minutes");
        BigDecimal rate = amount(keys, "rate-per-hour");
        BigDecimal perEvent = amount(keys, "per-event");
        if (minutes.signum() > 0 != rate.signum() > 0) {
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

    private static BigDecimal amount(StrictYaml.Section keys, String key) {
        return keys.value(key, CostRulesReader::number, AMOUNT).orElse(BigDecimal.ZERO);
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
