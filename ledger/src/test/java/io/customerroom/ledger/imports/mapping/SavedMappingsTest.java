package io.customerroom.ledger.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.mapping.SavedMappings.Saved;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedMappingsTest {

    private static final String FIRST = "fact: purchase\ncolumns: {order: no, date: day, amount: sum, customer: who}\n";
    private static final String SECOND = FIRST.replace("sum", "total");

    @TempDir
    Path folder;

    private Workspace workspace;
    private SavedMappings saved;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
        saved = new SavedMappings(workspace);
    }

    @Test
    void theNewestCountsAndWhatItReplacedStays() throws IOException {
        assertThat(saved.keep("till", FactKind.PURCHASE, FIRST)).isEqualTo(new Saved("till", 1));
        assertThat(saved.keep("till", FactKind.PURCHASE, SECOND)).isEqualTo(new Saved("till", 2));
        assertThat(saved.keep("till", FactKind.PURCHASE, FIRST)).isEqualTo(new Saved("till", 3));
        assertThat(saved.text("till")).isEqualTo(FIRST);
        assertThat(workspace.mappings().resolve("till@1.yaml")).hasContent(FIRST);
        assertThat(workspace.mappings().resolve("till@2.yaml")).hasContent(SECOND);
        try (var files = Files.list(workspace.mappings())) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void theSameTextAgainIsNoNewVersion() {
        saved.keep("till", FactKind.PURCHASE, FIRST);
        assertThat(saved.keep("till", FactKind.PURCHASE, FIRST)).isEqualTo(new Saved("till", 1));
    }

    @Test
    void eachKindHasItsOwnAndWhatIsNoMappingIsLeftOut() throws IOException {
        assertThat(saved.of(FactKind.PURCHASE)).isEmpty();
        saved.keep("till", FactKind.PURCHASE, FIRST);
        Files.writeString(workspace.mappings().resolve("broken.yaml"), "fact: [\n");
        Files.writeString(
                workspace.mappings().resolve("desk.yaml"), "fact: ticket\ncolumns: {ticket: no, opened: day}\n");
        assertThat(saved.of(FactKind.PURCHASE)).containsExactly(new Saved("till", 1));
        assertThat(saved.of(FactKind.TICKET)).containsExactly(new Saved("desk", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../till", "Till", "a/b", "till@2", "till.yaml", "-x"})
    void aNameThatCouldLeadElsewhereIsRefused(String name) {
        assertThat(catchThrowableOfType(Failure.class, () -> saved.keep(name, FactKind.PURCHASE, FIRST))
                        .code())
                .isEqualTo("MAPPING_NAME");
        assertThat(catchThrowableOfType(Failure.class, () -> saved.text(name)).code())
                .isEqualTo("MAPPING_NAME");
    }

    @Test
    void aTextThatIsNoMappingIsNotKept() {
        assertThat(catchThrowableOfType(Failure.class, () -> saved.keep("till", FactKind.PURCHASE, "colour: red\n")))
                .isNotNull();
        assertThat(workspace.mappings().resolve("till.yaml")).doesNotExist();
    }
}
