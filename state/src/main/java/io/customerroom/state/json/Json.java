package io.customerroom.state.json;

import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON in one canonical spelling: keys sorted, no spaces, decimals without exponent, times as ISO-8601 text. Equal values have equal bytes.
 *
 * <p>Reading answers {@code Map}, {@code List}, {@code String}, {@code BigDecimal}, {@code Boolean} or null.
 */
public final class Json {

    private Json() {}

    /** Writes maps with text keys, collections, texts, numbers, booleans, enums, dates, instants, optionals and null; refuses all else. */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    /** Reads one JSON value; anything after it, or a fault inside it, is refused with its position. */
    public static @Nullable Object read(String text) {
        return new JsonReader(text).document();
    }

    /** Reads a JSON object. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> readObject(String text) {
        if (read(text) instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IllegalArgumentException("a JSON object was expected");
    }

    private static void append(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Optional<?> optional -> append(out, optional.orElse(null));
            case String text -> quote(out, text);
            case Boolean flag -> out.append(flag.booleanValue());
            case BigDecimal number -> out.append(number.toPlainString());
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(number.longValue());
            case Double number -> appendFinite(out, number);
            case Enum<?> choice ->
                quote(out, choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case TemporalAccessor time -> quote(out, time.toString());
            case Map<?, ?> map -> appendObject(out, map);
            case Collection<?> list -> appendArray(out, list);
            default -> throw new IllegalArgumentException("no JSON spelling for " + value.getClass());
        }
    }

    private static void appendFinite(StringBuilder out, Double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("number must be finite, but was " + number);
        }
        out.append(new BigDecimal(number.toString()).toPlainString());
    }

    private static void appendObject(StringBuilder out, Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        String separator = "{";
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            out.append(separator);
            quote(out, entry.getKey());
            out.append(':');
            append(out, entry.getValue());
            separator = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void appendArray(StringBuilder out, Collection<?> list) {
        String separator = "[";
        for (Object element : list) {
            out.append(separator);
            append(out, element);
            separator = ",";
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c)) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
