package io.customerroom.state.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void equalValuesHaveOneSpelling() {
        Map<String, Object> value = Map.of(
                "b", List.of(1, true, new BigDecimal("1E+2"), Optional.empty()),
                "a", "é \"x\"\n\u0001",
                "c", Map.of("day", LocalDate.of(2026, 6, 4)),
                "d", List.of(),
                "e", Map.of());
        assertThat(Json.write(value))
                .isEqualTo("{\"a\":\"é \\\"x\\\"\\n\\u0001\",\"b\":[1,true,100,null],\"c\":{\"day\":\"2026-06-04\"},"
                        + "\"d\":[],\"e\":{}}");
    }

    @Test
    void whatWasWrittenIsReadBackAndSpelledAlike() {
        String text = "{\"a\":[1.50,null,false,\"x\\ud83d\\ude00/\"],\"b\":{\"c\":-3}}";
        assertThat(Json.write(Json.read(text))).isEqualTo(text);
        assertThat(Json.read(" [ 1 , \"\\u0041\\/\" ] ")).isEqualTo(List.of(BigDecimal.ONE, "A/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "{\"a\" 1}", "tru", "\"a", "1 2", "\"\\x\"", "\"\\u12\"", "{a:1}"})
    void faultyTextIsRefusedWithItsPosition(String text) {
        assertThatThrownBy(() -> Json.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("JSON position ");
    }

    @Test
    void endlessNestingIsRefused() {
        assertThatThrownBy(() -> Json.read("[".repeat(100_000))).hasMessageContaining("64 levels");
    }

    @Test
    void whatHasNoSpellingIsRefused() {
        assertThatThrownBy(() -> Json.write(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
