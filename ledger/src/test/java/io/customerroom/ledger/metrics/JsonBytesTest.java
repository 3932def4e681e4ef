package io.customerroom.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.state.json.Json;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonBytesTest {

    @Test
    void theBytesAreThoseOfTheJsonOfEveryValue() {
        List<@Nullable Object> row = Arrays.asList(
                0L,
                -7L,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                new BigDecimal("0"),
                new BigDecimal("0.000000"),
                new BigDecimal("-0.050000"),
                new BigDecimal("12.340000"),
                new BigDecimal("1E+3"),
                new BigDecimal("9223372036854775807.25"),
                new BigDecimal("-123456789012345678901234567890.123456"),
                new BigDecimal("0.00000000000000000000001"),
                LocalDate.parse("2026-01-09"),
                LocalDate.of(987, 12, 31),
                LocalDate.of(12026, 1, 1),
                Instant.parse("2026-11-22T10:00:00Z"),
                "",
                "North",
                "a \"b\" \\ c\n\u0001",
                "Grüße 🙂",
                "x".repeat(40_000),
                true,
                0.1,
                null);

        assertThat(bytes(row)).isEqualTo(Json.write(row));
        assertThat(bytes(List.of())).isEqualTo("[]");
    }

    @Test
    void manyRowsFlowThroughASmallBuffer() {
        List<@Nullable Object> row = new ArrayList<>(List.of("abc", 123456789L));
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        JsonBytes json = new JsonBytes(taken::write);
        for (int i = 0; i < 3_000; i++) {
            json.add(row);
        }
        json.flush();
        assertThat(taken.toString(StandardCharsets.UTF_8)).isEqualTo("[\"abc\",123456789]".repeat(3_000));
    }

    private static String bytes(List<@Nullable Object> row) {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        JsonBytes json = new JsonBytes(taken::write);
        json.add(row);
        json.flush();
        return taken.toString(StandardCharsets.UTF_8);
    }
}
