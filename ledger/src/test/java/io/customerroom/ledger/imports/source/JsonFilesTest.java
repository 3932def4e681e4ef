package io.customerroom.ledger.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFilesTest {

    private static final SourceFile.Reading FOUND_OUT =
            new SourceFile.Reading(Optional.empty(), Optional.empty(), Optional.empty(), 1);

    @TempDir
    Path folder;

    @Test
    void namesComeInTheOrderInWhichObjectsBringThemAndPartsAreDotted() {
        assertThat(rows("""
                        {"id": "7", "address": {"city": "Łódź", "zip": null}, "tags": ["a", 1]}
                        {"amount": 10.50, "id": 8}
                        """)).containsExactly("id|address.city|tags|amount", "7|Łódź|[\"a\",1]|", "8|||10.50");
    }

    @Test
    void aListOfObjectsIsReadLikeLines() {
        assertThat(rows("[{\"id\":1},\n {\"id\":2, \"on\": true}]")).containsExactly("id|on", "1|", "2|true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":1} {"id":2}            | something follows the object on its line
            [1]                          | the line is no JSON object in braces
            {"id":1,"id":2}              | the line is no valid JSON from character
            {"a.b":1,"a":{"b":2}}        | the object says two things under one name
            {"id":                       | the line is no valid JSON from character
            """)
    void aLineThatIsNoObjectKeepsItsTextAndItsReason(String line, String reason) {
        List<String> rows = rows("{\"id\":0}\n" + line + "\n\n{\"id\":9}\n");
        assertThat(rows).hasSize(4).contains("9", "0");
        assertThat(rows.get(2)).startsWith(line.strip() + " ! " + reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"id":1},{"id":             | JSON_DAMAGED
            [{"id":1}] []                | JSON_DAMAGED
            {                            | JSON_NOT_LINES
            {}                           | HEADER_MISSING
            [{}]                         | HEADER_MISSING
            """)
    void whatCannotBeTakenApartIsRefusedAsAWhole(String text, String code) {
        assertThatThrownBy(() -> rows(text + "\n\"id\": 1}")).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isIn(code, "JSON_DAMAGED");
            assertThat(failure).hasMessageContaining("rows.json");
        });
    }

    @Test
    void aValueInAListThatIsNoObjectIsOneFaultyRow() {
        assertThat(rows("[{\"id\":1},[2],3]"))
                .containsExactly(
                        "id",
                        "1",
                        " ! the value in the list is no object in braces",
                        " ! the value in the list is no object in braces");
    }

    private List<String> rows(String text) {
        try {
            SourceFile file =
                    SourceFile.of(Files.writeString(folder.resolve("rows.json"), text), "rows.json", Limits.standard());
            List<String> all = new ArrayList<>();
            try (OpenedFile opened = file.open(FOUND_OUT, read -> {})) {
                Row row = new Row();
                while (opened.next(row)) {
                    all.add(String.join("|", row.texts()) + (row.fault() == null ? "" : " ! " + row.fault()));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
