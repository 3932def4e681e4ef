package io.customerroom.app.cli;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.Csv;
import io.customerroom.ledger.bridge.ContractBridge;
import io.customerroom.ledger.bridge.ContractFlow;
import io.customerroom.ledger.bridge.ContractSteps;
import io.customerroom.state.json.Json;
import io.customerroom.walls.reading.ContractWords;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bridge between two versions of the rule for contracts as text for people and machines: movement by movement, and switch by switch. Money is per month and
 * exact; CSV holds the movements alone.
 */
record ContractBridgeText(ContractBridge bridge, ContractSteps steps, Clocks clocks, String currency) {

    private static final List<String> COLUMNS = List.of(
            "period",
            "movement",
            "one",
            "other",
            "gap",
            "differently",
            "other_only",
            "one_only",
            "customers_one",
            "customers_other",
            "customers_both");

    String in(AnswerFormat format) {
        return switch (format) {
            case TABLE -> table();
            case JSON -> Json.write(object()) + "\n";
            case CSV -> Csv.of(COLUMNS, lines());
        };
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(level("opening", bridge.opening()));
        bridge.movements()
                .forEach(it -> lines.add(List.of(
                        bridge.period(),
                        it.name(),
                        money(it.moneyOne()),
                        money(it.moneyOther()),
                        money(it.gap()),
                        money(it.differently()),
                        money(it.onlyOther()),
                        money(it.onlyOne()),
                        Long.toString(it.one()),
                        Long.toString(it.other()),
                        Long.toString(it.both()))));
        lines.add(level("closing", bridge.closing()));
        return lines;
    }

    private List<String> level(String name, ContractBridge.Level level) {
        return List.of(
                bridge.period(),
                name,
                money(level.moneyOne()),
                money(level.moneyOther()),
                money(level.gap()),
                "",
                "",
                "",
                Long.toString(level.one()),
                Long.toString(level.other()),
                "");
    }

    private String table() {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println("%s and %s in %s, %s a month and customers, through %s"
                .formatted(bridge.one(), bridge.other(), bridge.period(), currency, clocks.through()));
        out.println();
        TextTable movements = new TextTable(
                "movement",
                bridge.one(),
                bridge.other(),
                "gap",
                "differently",
                "only " + bridge.other(),
                "only " + bridge.one(),
                "customers",
                "customers",
                "by both");
        lines().forEach(line -> movements.add(line.subList(1, line.size()).toArray(String[]::new)));
        movements.print(out);
        out.println();
        switches(out);
        out.flush();
        return text.toString();
    }

    private void switches(PrintWriter out) {
        if (steps.steps().isEmpty()) {
            out.println("No switch that moves contracts says anything else.");
            return;
        }
        out.println("One switch after the other; the gaps of all of them are the gap between the two:");
        TextTable turned = new TextTable("switch", "from", "to", "figure", "gap", "customers");
        for (ContractSteps.Step step : steps.steps()) {
            boolean told = false;
            for (Map.Entry<String, ContractFlow.Amount> moved :
                    step.moved().figures().entrySet()) {
                if (!moved.getValue().none()) {
                    turned.add(
                            told ? "" : step.turned().key(),
                            told ? "" : step.from(),
                            told ? "" : step.to(),
                            moved.getKey(),
                            money(moved.getValue().money()),
                            Long.toString(moved.getValue().customers()));
                    told = true;
                }
            }
            if (!told) {
                turned.add(step.turned().key(), step.from(), step.to(), "nothing", "0", "0");
            }
        }
        turned.print(out);
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("one", bridge.one());
        object.put("other", bridge.other());
        object.put("through", clocks.through().toString());
        object.put("known", clocks.known().toString());
        object.put("period", bridge.period());
        object.put(
                "movements",
                lines().stream()
                        .map(line -> {
                            Map<String, Object> named = new LinkedHashMap<>();
                            for (int i = 1; i < COLUMNS.size(); i++) {
                                if (!line.get(i).isEmpty()) {
                                    named.put(COLUMNS.get(i), line.get(i));
                                }
                            }
                            return named;
                        })
                        .toList());
        object.put("switches", steps.steps().stream().map(this::object).toList());
        return object;
    }

    private Map<String, Object> object(ContractSteps.Step step) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("switch", step.turned().key());
        object.put("question", ContractWords.name(step.turned()));
        object.put("from", step.from());
        object.put("to", step.to());
        Map<String, Object> moved = new LinkedHashMap<>();
        step.moved().figures().forEach((figure, amount) -> {
            if (!amount.none()) {
                moved.put(
                        figure, Map.of("customers", Long.toString(amount.customers()), "money", money(amount.money())));
            }
        });
        object.put("moved", moved);
        return object;
    }

    private static String money(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
