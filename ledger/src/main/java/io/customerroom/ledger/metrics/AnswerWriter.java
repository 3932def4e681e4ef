package io.customerroom.ledger.metrics;

import io.customerroom.kernel.Csv;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.state.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes an answer for machines and people: one text for command line, download and interface. Customers are written {@code c1z…}. */
public final class AnswerWriter {

    private static final Set<String> CUSTOMERS = Set.of("customer", "referred");

    private AnswerWriter() {}

    /** One object on one line. Exact numbers are texts, so that no reader rounds them; whole numbers and truths are themselves. */
    public static String json(Answer answer) {
        StringBuilder json = new StringBuilder("{\"metric\":")
                .append(Json.write(answer.metric().name()));
        json.append(",\"through\":").append(Json.write(answer.clocks().through().toString()));
        json.append(",\"known\":").append(Json.write(answer.clocks().known().toString()));
        json.append(",\"definition\":").append(Json.write(answer.definitions()));
        json.append(",\"columns\":").append(Json.write(names(answer.rows())));
        json.append(",\"rows\":").append(Json.write(cells(answer.rows())));
        json.append(",\"warnings\":").append(Json.write(answer.warnings()));
        return json.append("}").toString();
    }

    /** Rows as JSON takes them: exact numbers and customers as texts, whole numbers and truths as themselves. */
    public static List<List<@Nullable Object>> cells(Rows rows) {
        return rows.rows().stream().map(row -> jsonRow(rows, row)).toList();
    }

    /** As {@link Csv} writes it, with a header; no value is an empty field. */
    public static String csv(Answer answer) {
        return Csv.of(
                names(answer.rows()),
                answer.rows().rows().stream()
                        .map(row -> texts(answer.rows(), row))
                        .toList());
    }

    /** Columns side by side, numbers to the right; warnings below. */
    public static String table(Answer answer) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(names(answer.rows()));
        answer.rows().rows().forEach(row -> lines.add(texts(answer.rows(), row)));
        int[] widths = new int[answer.columns().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(i == 0 ? "" : "  ")
                        .append(padded(
                                line.get(i),
                                widths[i],
                                isNumber(answer.columns().get(i))));
            }
            table.append(text.toString().stripTrailing()).append('\n');
        }
        answer.warnings().forEach(warning -> table.append("! ").append(warning).append('\n'));
        return table.toString();
    }

    /** A value as people read it in a cell; nothing is an empty text. */
    public static String text(Rows.Column column, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Long key when CUSTOMERS.contains(column.name()) && key > 0 -> new CustomerId(key).toString();
            case BigDecimal exact -> plain(exact);
            default -> value.toString();
        };
    }

    private static List<@Nullable Object> jsonRow(Rows rows, List<@Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            Rows.Column column = rows.columns().get(i);
            boolean asItIs = value == null
                    || value instanceof Boolean
                    || (value instanceof Long && !CUSTOMERS.contains(column.name()));
            values.add(asItIs ? value : text(column, value));
        }
        return values;
    }

    private static List<String> names(Rows rows) {
        return rows.columns().stream().map(Rows.Column::name).toList();
    }

    private static List<String> texts(Rows rows, List<@Nullable Object> row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            texts.add(text(rows.columns().get(i), row.get(i)));
        }
        return texts;
    }

    /** Without zeros that say nothing: 166.6600000000 is 166.66, and 0E-10 is 0. */
    private static String plain(BigDecimal exact) {
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private static boolean isNumber(Rows.Column column) {
        return Number.class.isAssignableFrom(column.type()) && !CUSTOMERS.contains(column.name());
    }

    private static String padded(String text, int width, boolean right) {
        String pad = " ".repeat(width - text.length());
        return right ? pad + text : text + pad;
    }
}
