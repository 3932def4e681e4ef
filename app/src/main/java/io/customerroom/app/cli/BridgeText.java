package io.customerroom.app.cli;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.Csv;
import io.customerroom.ledger.bridge.BridgeLine;
import io.customerroom.ledger.bridge.CostBridge;
import io.customerroom.ledger.bridge.DefinitionBridge;
import io.customerroom.ledger.bridge.PeriodPair;
import io.customerroom.ledger.bridge.PeriodPair.Flow;
import io.customerroom.ledger.bridge.ValueBridge;
import io.customerroom.state.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The bridge between two definitions as text for people and machines. CSV holds its lines alone, in customers; the value of those active
 * and every other period are in the table and in JSON.
 *
 * @param one id of the first definition
 * @param clocks of both ledgers
 */
record BridgeText(String one, String other, Clocks clocks, DefinitionBridge bridge) {

    private static final Set<String> STATES = Set.of("opening", "closing");

    private static final List<String> COLUMNS = List.of(
            "period",
            "figure",
            "one",
            "one_only",
            "one_only_elsewhere",
            "both",
            "other_only",
            "other_only_elsewhere",
            "other",
            "gap");

    String in(AnswerFormat format) {
        return switch (format) {
            case TABLE -> table();
            case JSON -> Json.write(object()) + "\n";
            case CSV ->
                Csv.of(COLUMNS, bridge.lines().stream().map(this::fields).toList());
        };
    }

    private String table() {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println(
                "%s and %s in %s, in customers, through %s".formatted(one, other, bridge.period(), clocks.through()));
        out.println();
        TextTable lines = new TextTable(
                "figure", one, "only " + one, "elsewhere", "both", "only " + other, "elsewhere", other, "gap");
        for (BridgeLine line : bridge.lines()) {
            lines.add(
                    line.figure(),
                    whole(line.one()),
                    whole(line.oneOnly()),
                    elsewhere(line, line.oneOnlyElsewhere()),
                    whole(line.both()),
                    whole(line.otherOnly()),
                    elsewhere(line, line.otherOnlyElsewhere()),
                    whole(line.other()),
                    whole(line.gap()));
        }
        lines.print(out);
        out.println();
        ValueBridge value = bridge.value();
        out.println("Value of the active customers at its end: %s by %s, %s by %s."
                .formatted(money(value.one()), one, money(value.other()), other));
        out.println(
                "The gap of %s is %s for customers active by both, %s for those active by %s alone, less %s by %s alone."
                        .formatted(
                                money(value.gap()),
                                money(value.differently()),
                                money(value.onlyOther()),
                                other,
                                money(value.onlyOne()),
                                one));
        out.println();
        costs(out);
        TextTable periods = new TextTable("period", "gained", "regained", "lost", "active at the end", "gap");
        for (PeriodPair pair : bridge.periods()) {
            periods.add(
                    pair.period(),
                    both(pair.one().gained(), pair.other().gained()),
                    both(pair.one().regained(), pair.other().regained()),
                    both(pair.one().lost(), pair.other().lost()),
                    both(pair.one().closing(), pair.other().closing()),
                    whole(pair.other().closing() - pair.one().closing()));
        }
        periods.print(out);
        out.flush();
        return text.toString();
    }

    private void costs(PrintWriter out) {
        CostBridge costs = bridge.costs();
        if (!costs.moved()) {
            return;
        }
        TextTable lines = new TextTable(
                "activity",
                "kind",
                "customers " + one,
                "customers " + other,
                "gap",
                "no customer " + one,
                "no customer " + other);
        for (CostBridge.Line line : costs.lines()) {
            lines.add(
                    line.activity(),
                    line.kind(),
                    money(line.one()),
                    money(line.other()),
                    money(line.gap()),
                    money(line.companyOne()),
                    money(line.companyOther()));
        }
        lines.print(out);
        out.println();
        out.println("Contribution: %s by %s, %s by %s; below zero: %s and %s customers."
                .formatted(
                        money(costs.one()),
                        one,
                        money(costs.other()),
                        other,
                        whole(costs.belowZeroOne()),
                        whole(costs.belowZeroOther())));
        out.println();
    }

    private List<String> fields(BridgeLine line) {
        return LongStream.of(
                        line.one(),
                        line.oneOnly(),
                        line.oneOnlyElsewhere(),
                        line.both(),
                        line.otherOnly(),
                        line.otherOnlyElsewhere(),
                        line.other(),
                        line.gap())
                .mapToObj(Long::toString)
                .collect(() -> new ArrayList<>(List.of(bridge.period(), line.figure())), List::add, List::addAll);
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("one", one);
        object.put("other", other);
        object.put("definitions", List.of(bridge.one(), bridge.other()));
        object.put("through", clocks.through().toString());
        object.put("known", clocks.known().toString());
        object.put("period", bridge.period());
        object.put("lines", bridge.lines().stream().map(BridgeText::object).toList());
        ValueBridge value = bridge.value();
        Map<String, Object> worth = new LinkedHashMap<>();
        worth.put("one", money(value.one()));
        worth.put("other", money(value.other()));
        worth.put("gap", money(value.gap()));
        worth.put("differently", money(value.differently()));
        worth.put("other_only", money(value.onlyOther()));
        worth.put("one_only", money(value.onlyOne()));
        object.put("value", worth);
        object.put("periods", bridge.periods().stream().map(BridgeText::object).toList());
        return object;
    }

    private static Map<String, Object> object(BridgeLine line) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("figure", line.figure());
        object.put("one", line.one());
        object.put("one_only", line.oneOnly());
        object.put("one_only_elsewhere", line.oneOnlyElsewhere());
        object.put("both", line.both());
        object.put("other_only", line.otherOnly());
        object.put("other_only_elsewhere", line.otherOnlyElsewhere());
        object.put("other", line.other());
        object.put("gap", line.gap());
        return object;
    }

    private static Map<String, Object> object(PeriodPair pair) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("period", pair.period());
        object.put("one", object(pair.one()));
        object.put("other", object(pair.other()));
        return object;
    }

    private static Map<String, Object> object(Flow flow) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("opening", flow.opening());
        object.put("gained", flow.gained());
        object.put("regained", flow.regained());
        object.put("lost", flow.lost());
        object.put("closing", flow.closing());
        object.put("value", money(flow.value()));
        return object;
    }

    /** Opening and closing are states: nothing of them is booked in another period. */
    private static String elsewhere(BridgeLine line, long count) {
        return STATES.contains(line.figure()) ? "-" : whole(count);
    }

    private static String both(long one, long other) {
        return one + " / " + other;
    }

    private static String whole(long count) {
        return Long.toString(count);
    }

    private static String money(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
