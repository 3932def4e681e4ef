package io.customerroom.app.cli;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.ChangeExplained;
import io.customerroom.ledger.metrics.ChangeExplained.Part;
import io.customerroom.ledger.metrics.ChangeExplained.Split;
import io.customerroom.state.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An explained change as text for people, or as one JSON object with decimals as strings. */
record ExplainText(String period, String previous, Answer answer, List<ChangeExplained> explained) {

    String in(AnswerFormat format) {
        return switch (format) {
            case TABLE -> table();
            case JSON -> Json.write(object()) + "\n";
            case CSV ->
                throw Failure.yours(
                        "FORMAT_NOT_OFFERED",
                        "The format 'csv' is not offered here.",
                        "Offered are table and json; './customer-room show %s --format csv' lists the same rows."
                                .formatted(ChangeExplained.METRIC));
        };
    }

    private String table() {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        explained.stream()
                .limit(1)
                .forEach(one -> out.println("%s: %s in %s, %s in %s, change %s"
                        .formatted(
                                one.figure().id(),
                                plain(one.before()),
                                previous,
                                plain(one.now()),
                                period,
                                plain(one.change()))));
        for (ChangeExplained one : explained) {
            out.println();
            TextTable table = new TextTable("by " + one.split().id(), "before", "now", "change");
            one.parts()
                    .forEach(part -> table.add(
                            words(one.split(), part), plain(part.before()), plain(part.now()), plain(part.change())));
            table.add("together", plain(one.before()), plain(one.now()), plain(one.change()));
            table.print(out);
        }
        answer.warnings().forEach(warning -> out.println("! " + warning));
        return text.toString();
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("metric", ChangeExplained.METRIC);
        object.put("through", answer.clocks().through().toString());
        object.put("known", answer.clocks().known().toString());
        object.put("definition", answer.definitions());
        object.put("period", period);
        object.put("previous", previous);
        explained.stream().limit(1).forEach(one -> {
            object.put("figure", one.figure().id());
            putSides(object, one.before(), one.now());
        });
        object.put(
                "splits",
                explained.stream()
                        .map(one -> Map.of(
                                "by",
                                one.split().id(),
                                "parts",
                                one.parts().stream().map(ExplainText::object).toList()))
                        .toList());
        object.put("warnings", answer.warnings());
        return object;
    }

    private static Map<String, Object> object(Part part) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("part", part.name());
        part.reason().ifPresent(reason -> object.put("reason", reason));
        putSides(object, part.before(), part.now());
        object.put("moved", part.moved());
        return object;
    }

    private static void putSides(Map<String, Object> object, BigDecimal before, BigDecimal now) {
        object.put("before", plain(before));
        object.put("now", plain(now));
        object.put("change", plain(now.subtract(before)));
    }

    private static String words(Split split, Part part) {
        String name = part.name().isEmpty() ? "no " + split.id() : part.name();
        String reason = part.reason()
                .map(known -> known.isEmpty() ? ": no reason known" : ": " + known)
                .orElse("");
        return name + reason + (part.moved() == 0 ? "" : " (%d moved here)".formatted(part.moved()));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
