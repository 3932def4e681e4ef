package io.customerroom.ledger.imports.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.mapping.Lookup;
import io.customerroom.ledger.imports.mapping.Lookups;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.ledger.imports.source.Limits;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupFilesTest {

    private static final Lookup BUYER = new Lookup("orders.csv", "order", "buyer");
    private static final Lookup PERSON = new Lookup("people.csv", "buyer", "person");

    @TempDir
    Path folder;

    @Test
    void oneFileLeadsToTheNext() throws IOException {
        write("orders.csv", "order,buyer\n1,b1\n2,b2\n3,\n");
        write("people.csv", "person;buyer\nanna;b1\n");
        Lookups lookups =
                lookups("[{file: orders.csv, by: order, take: buyer}, {file: people.csv, by: buyer, take: person}]");
        assertThat(lookups.of(List.of(BUYER, PERSON)).find("1")).contains("anna");
        assertThat(lookups.of(List.of(BUYER)).find("2")).contains("b2");
        assertThat(List.of("2", "3", "4"))
                .allSatisfy(
                        order -> assertThat(lookups.of(List.of(BUYER, PERSON)).find(order))
                                .isEmpty());
    }

    @Test
    void theHashIsThatOfTheFile() throws IOException {
        write("orders.csv", "order,buyer\n1,b1\n");
        String hash = lookups("{file: orders.csv, by: order, take: buyer}").sha256(BUYER);
        write("orders.csv", "order,buyer\n1,b2\n");
        assertThat(lookups("{file: orders.csv, by: order, take: buyer}").sha256(BUYER))
                .hasSize(64)
                .isNotEqualTo(hash);
    }

    @Test
    void aRowThatSaysTheSameTwiceIsNoContradiction() throws IOException {
        write("orders.csv", "order,buyer\n1,b1\n1,b1\n");
        assertThat(lookups("{file: orders.csv, by: order, take: buyer}")
                        .of(List.of(BUYER))
                        .find("1"))
                .contains("b1");
    }

    @Test
    void aFileOfAnotherEncodingIsReadAsTheImportedOneWouldBe() throws IOException {
        Files.write(folder.resolve("orders.csv"), "order,buyer\n1,Zoë\n".getBytes(Charset.forName("windows-1252")));
        assertThat(lookups("{file: orders.csv, by: order, take: buyer}")
                        .of(List.of(BUYER))
                        .find("1"))
                .contains("Zoë");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            LOOKUP_AMBIGUOUS    | orders.csv      | order,buyer;1,b1;1,b2 | 'orders.csv' has more than one buyer for a order, the second in row 2.
            LOOKUP_COLUMN       | orders.csv      | order,who;1,b1        | 'orders.csv' has no column 'buyer'.
            LOOKUP_COLUMN       | orders.csv      | order,buyer,buyer     | 'orders.csv' has more than one column 'buyer'.
            LOOKUP_RAGGED       | orders.csv      | order,buyer;1,b1,x    | Row 1 of 'orders.csv' has 3 cells, its header 2.
            LOOKUP_FILE_MISSING | other.csv       | order,buyer           | The mapping looks words up in 'other.csv', which does not lie beside the imported file.
            LOOKUP_FILE_NAME    | ../orders.csv   | order,buyer           | '../orders.csv' is no name of a file in the folder of the imported one.
            LOOKUP_FILE_NAME    | /etc/passwd     | order,buyer           | '/etc/passwd' is no name of a file in the folder of the imported one.
            LOOKUP_FILE_NAME    | ..              | order,buyer           | '..' is no name of a file in the folder of the imported one.
            """)
    void whatCannotBeLookedUpInIsRefused(String code, String file, String lines, String message) throws IOException {
        write("orders.csv", lines.replace(';', '\n') + "\n");
        Failure failure =
                catchThrowableOfType(Failure.class, () -> lookups("{file: \"" + file + "\", by: order, take: buyer}"));
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.getMessage()).isEqualTo(message);
    }

    private Lookups lookups(String lookup) {
        Mapping mapping = MappingYaml.read(
                "columns:\n  date: {from: order, lookup: " + lookup + "}\n", "m.yaml", Optional.of(FactKind.PURCHASE));
        return LookupFiles.of(mapping, folder.resolve("lines.csv"), Limits.standard());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
