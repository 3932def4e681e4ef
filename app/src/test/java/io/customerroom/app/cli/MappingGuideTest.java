package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.mapping.Input;
import io.customerroom.ledger.imports.mapping.Inputs;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/guide/mapping.md lists what a mapping can name, no more and no less. */
class MappingGuideTest {

    private static final Guide GUIDE = Guide.page("docs/guide/mapping.md");
    private static final Pattern EXPLANATION = Pattern.compile("\\([^)]*\\)");

    @ParameterizedTest
    @EnumSource(FactKind.class)
    void everyInputStandsInTheTable(FactKind kind) {
        List<String> listed = Arrays.stream(
                        EXPLANATION.matcher(cell(kind)).replaceAll("").split(",| or "))
                .map(String::strip)
                .toList();
        assertThat(listed)
                .isEqualTo(Inputs.of(kind).stream()
                        .map(input -> input.filled() ? "**" + input.name() + "**" : input.name())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(FactKind.class)
    void everyWordOfACodeIsExplained(FactKind kind) {
        for (Input input : Inputs.of(kind)) {
            if (input.type() == Input.Type.CODE) {
                Set<String> words = new LinkedHashSet<>(input.codes().values());
                assertThat(cell(kind)).contains("(" + String.join(", ", words) + ")");
            }
        }
    }

    @Test
    void exampleIsAMapping() {
        assertThat(MappingYaml.read(GUIDE.blocks("yaml").getFirst(), "mapping.md", Optional.empty())
                        .columns()
                        .keySet())
                .containsExactlyInAnyOrder("order", "line_kind", "customer", "date", "amount", "channel");
    }

    private static String cell(FactKind kind) {
        String table = GUIDE.text().substring(GUIDE.text().indexOf("## The inputs of each fact"));
        List<String> rows = table.lines()
                .filter(line -> line.startsWith("| " + kind.table() + " |"))
                .collect(Collectors.toList());
        assertThat(rows).as(kind.table()).hasSize(1);
        return rows.getFirst().split("\\|")[2].strip();
    }
}
