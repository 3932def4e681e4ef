package io.customerroom.ledger.metrics;

import io.customerroom.ledger.definitions.CostRules;
import io.customerroom.ledger.definitions.DatedAmounts;
import io.customerroom.ledger.definitions.Definitions;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What must be said beside margins and contributions where the rules of cost estimate what purchase lines cost that do not say so. A margin that rests on an estimate looks
 * like any other.
 */
public final class EstimatedMargins {

    /** The columns of a build that hold what was sold less what it cost, or that cost itself. */
    private static final Pattern RESTS = Pattern.compile("\\b(contribution|cost_of_sales|margin)\\b");

    private EstimatedMargins() {}

    /** Whether a metric's text reads a column that such an estimate goes into. */
    static boolean touches(String sql) {
        return RESTS.matcher(sql).find();
    }

    /**
     * The sentence; empty where nothing is estimated.
     *
     * @param ids of the definitions that a ledger was built by, with commas between
     */
    public static Optional<String> sentence(Definitions definitions, String ids) {
        return Arrays.stream(ids.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .flatMap(id -> definitions.find(id).stream())
                .filter(CostRules.class::isInstance)
                .map(CostRules.class::cast)
                .flatMap(rules -> rules.costOfSalesPercent().stream()
                        .map(percent ->
                                "Margins are estimated: a purchase line that does not state its cost is taken to cost %s of its amount (%s)."
                                        .formatted(words(percent), rules.card().id())))
                .findFirst();
    }

    /** {@code 62 %}, or {@code 62 %, from 2026-01-01 60 %,}. */
    private static String words(DatedAmounts percent) {
        String first = percent(percent.since().firstEntry().getValue());
        String later = percent.since().entrySet().stream()
                .skip(1)
                .map(step -> ", from %s %s".formatted(step.getKey(), percent(step.getValue())))
                .collect(Collectors.joining());
        return later.isEmpty() ? first : first + later + ",";
    }

    private static String percent(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString() + " %";
    }
}
