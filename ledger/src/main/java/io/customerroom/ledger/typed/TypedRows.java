package io.customerroom.ledger.typed;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What somebody typed, on its way into an import like any file's: with a mapping, a receipt and an author. Rows are written as they were typed: unlike in a file for
 * spreadsheets, nothing is put in front of a name that begins like a formula.
 *
 * @param name of the batch, for people
 * @param mapping text of the mapping
 * @param of what is typed, for messages: {@code typed rates}
 */
record TypedRows(FactKind kind, String name, String mapping, String of) {

    /** The text of a mapping that lies beside the code. */
    static String mappingIn(String resource) {
        try (InputStream in = Objects.requireNonNull(TypedRows.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.ours("MAPPING_UNREADABLE", "The mapping %s could not be read.".formatted(resource), e);
        }
    }

    /**
     * Imports rows as one batch.
     *
     * @param told what the receipt says beside what it always does
     * @param rows writes the header and the rows
     */
    Receipt keep(Imports imports, Authorship by, List<String> told, Consumer<CsvWriter> rows) {
        try {
            Path file = Files.createTempFile("customer-room-typed-", ".csv");
            try {
                try (CsvWriter csv = CsvWriter.builder().build(file)) {
                    rows.accept(csv);
                }
                return imports.run(
                                ImportRequest.of(file, kind)
                                        .named(name)
                                        .with(MappingYaml.read(mapping, "the mapping of " + of, Optional.empty())),
                                told,
                                by,
                                Progress.NONE)
                        .receipt();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw Failure.resources(
                    "TYPED_NOT_KEPT",
                    "What was typed could not be kept.",
                    "Check room on the disk for temporary files, and type it again.");
        }
    }
}
