package io.customerroom.kernel;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as CSV (RFC 4180, UTF-8, CRLF) that a spreadsheet opens without running anything: a text that begins like a formula
 * gets an apostrophe in front. Numbers stay numbers, the negative ones too. No value is an empty field.
 */
public final class Csv {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d., ]*%?");
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n;\t]");

    private Csv() {}

    public static String of(List<String> header, List<? extends List<? extends @Nullable String>> rows) {
        StringBuilder csv = new StringBuilder();
        line(csv, header);
        rows.forEach(row -> line(csv, row));
        return csv.toString();
    }

    /** One line with its end, for files too long to be held. */
    public static String line(List<? extends @Nullable String> fields) {
        StringBuilder csv = new StringBuilder();
        line(csv, fields);
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<? extends @Nullable String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            csv.append(i == 0 ? "" : ",").append(field(fields.get(i)));
        }
        csv.append("\r\n");
    }

    static String field(@Nullable String value) {
        if (value == null) {
            return "";
        }
        String safe = formula(value) ? "'" + value : value;
        return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean formula(String value) {
        return !value.isEmpty()
                && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0
                && !NUMBER.matcher(value).matches();
    }
}
