package io.customerroom.ledger.definitions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads keys of one YAML object. A wrong value becomes a finding and a harmless stand-in, so that reading goes on. */
final class StrictKeys {

    private final String place;
    private final Map<?, ?> map;
    private final List<String> findings;

    StrictKeys(String place, Map<?, ?> map, List<String> findings) {
        this.place = place;
        this.map = map;
        this.findings = findings;
    }

    void allow(Set<String> allowed) {
        for (Object key : map.keySet()) {
            String name = String.valueOf(key);
            if (!allowed.contains(name)) {
                find("unknown key '%s'%s".formatted(name, near(name, allowed)
                        .map(nearest -> "; did you mean '" + nearest + "'?")
                        .orElse("; known are " + String.join(", ", allowed) + ".")));
            }
        }
    }

    String text(String key) {
        Object value = map.get(key);
        if (value == null || value.toString().isBlank()) {
            find("'%s' is missing.".formatted(key));
            return "";
        }
        return value.toString().strip();
    }

    int integer(String key, int least, int most) {
        return integer(key, map.get(key), least, most);
    }

    SortedMap<String, Integer> integers(String key, int least, int most) {
        SortedMap<String, Integer> integers = new TreeMap<>();
        Object value = map.get(key);
        if (value instanceof Map<?, ?> inner) {
            inner.forEach((name, days) ->
                    integers.put(String.valueOf(name), integer(key + ": " + name, days, least, most)));
        } else if (value != null) {
            find("'%s' must be a list of 'name: number' lines.".formatted(key));
        }
        return integers;
    }

    LocalDate date(String key) {
        String text = text(key);
        try {
            return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
        } catch (DateTimeException e) {
            find("'%s' must be a date like 2026-01-31, but is '%s'.".formatted(key, text));
            return LocalDate.EPOCH;
        }
    }

    boolean flag(String key, boolean otherwise) {
        Object value = map.get(key);
        if (value == null || value instanceof Boolean) {
            return value == null ? otherwise : (Boolean) value;
        }
        find("'%s' must be true or false, but is '%s'.".formatted(key, value));
        return otherwise;
    }

    /** @param known the words accepted; none means any */
    List<String> texts(String key, List<String> otherwise, List<String> known) {
        Object value = map.get(key);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof List<?> list)) {
            find("'%s' must be a list like [a, b], but is '%s'.".formatted(key, value));
            return otherwise;
        }
        List<String> texts = list.stream().map(String::valueOf).toList();
        for (String text : texts) {
            if (!known.isEmpty() && !known.contains(text)) {
                find("'%s' knows %s, not '%s'.".formatted(key, String.join(", ", known), text));
            }
        }
        return texts;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        Object value = map.get(key);
        if (value == null) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(value)) {
                return constant;
            }
        }
        find("'%s' must be one of %s, but is '%s'."
                .formatted(key, Arrays.stream(type.getEnumConstants()).map(StrictKeys::word).toList(), value));
        return otherwise;
    }

    private int integer(String label, @Nullable Object value, int least, int most) {
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        find(value == null
                ? "'%s' is missing.".formatted(label)
                : "'%s' must be a whole number from %d to %d, but is '%s'.".formatted(label, least, most, value));
        return least;
    }

    private void find(String finding) {
        findings.add(place + ": " + finding);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<String> near(String name, Set<String> allowed) {
        return allowed.stream()
                .filter(candidate -> distance(name, candidate) <= 2)
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Single-letter changes from one word to the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
