package io.customerroom.testkit.company;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the story's files: a header, then lines cut at commas; no value holds a comma, a quote or a line break. */
final class Story {

    private Story() {}

    static List<Row> read(String file, ZoneId zone) {
        List<String> lines = text(file).lines().toList();
        List<String> header = List.of(lines.getFirst().split(","));
        return lines.stream()
                .skip(1)
                .map(line -> Row.of(file, header, List.of(line.split(",", -1)), zone))
                .toList();
    }

    static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Story.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line by column name; an empty cell is null. */
    record Row(Map<String, String> cells, ZoneId zone) {

        static Row of(String file, List<String> header, List<String> values, ZoneId zone) {
            if (header.size() != values.size()) {
                throw new IllegalArgumentException(file + ": " + header + " does not fit " + values);
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                cells.put(header.get(i), values.get(i).strip());
            }
            return new Row(cells, zone);
        }

        @Nullable
        String optional(String column) {
            String value = cells.get(column);
            return value == null || value.isEmpty() ? null : value;
        }

        String text(String column) {
            return Objects.requireNonNull(optional(column), () -> column + " is missing in " + cells);
        }

        int integer(String column) {
            return Integer.parseInt(text(column));
        }

        boolean yes(String column) {
            return text(column).equals("yes");
        }

        BigDecimal number(String column) {
            return new BigDecimal(text(column));
        }

        @Nullable
        BigDecimal optionalNumber(String column) {
            String value = optional(column);
            return value == null ? null : new BigDecimal(value);
        }

        @Nullable
        LocalDate optionalDay(String column) {
            String value = optional(column);
            return value == null ? null : LocalDate.parse(value);
        }

        /** A moment with offset, or the midnight with which a day of the company begins. */
        Instant at(String column) {
            String value = text(column);
            return value.contains("T")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDate.parse(value).atStartOfDay(zone).toInstant();
        }

        LocalDate on(String column) {
            return LocalDate.ofInstant(at(column), zone);
        }

        /** Known when it happened, unless the story says otherwise. */
        Instant recordedAt(String column) {
            String stated = optional("recorded");
            return stated == null ? at(column) : Instant.parse(stated);
        }
    }
}
