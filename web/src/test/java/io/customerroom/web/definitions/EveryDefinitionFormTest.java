package io.customerroom.web.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.definitions.DefinitionText;
import io.customerroom.ledger.definitions.Definitions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.LinkedMultiValueMap;

/** Whatever a file may say of a definition, the browser's form keeps. */
class EveryDefinitionFormTest {

    private static final String PER_SEGMENT = """
            name: worth
            version: 7
            owner: finance
            reason: segments buy at their own pace
            valid-from: 2026-01-01
            discount-percent: 8.5
            years: 4
            level-percent: 80
            alive-below-percent: 12
            models: per-segment
            """;

    static Stream<Definition> definitions() {
        return Stream.of(
                        Definitions.of(Map.of()).all(),
                        Definitions.of(Definitions.starters()).all(),
                        List.of(Definitions.read("worth.yaml", PER_SEGMENT)))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void comesBackFromItsFormAsItWent(Definition definition) {
        DefinitionForm form = DefinitionForm.from(definition, "2027-01-01");
        LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        form.fields().forEach(typed::add);
        form.counts().forEach(kind -> typed.add("counts", kind));
        typed.set("name", form.name());
        typed.set("department", form.department());
        typed.set("reason", "looked at again");

        Definition again = DefinitionForm.of(typed).definition(Definitions.of(Map.of()));

        assertThat(rules(again)).isEqualTo(rules(definition));
    }

    /** The text without its card. */
    private static String rules(Definition definition) {
        return DefinitionText.of(definition)
                .lines()
                .filter(line ->
                        !line.matches("(name|department|version|owner|reason|valid-from|signed-off.*|sign-off.*):.*"))
                .collect(Collectors.joining("\n"));
    }
}
