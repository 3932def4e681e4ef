package io.customerroom.ledger.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashTest {

    /** More than the sample from which encoding and delimiter are found. */
    private static final String LONG_TEXT = "customer,segment\n" + "c-1001,wholesale\n".repeat(10_000);

    @TempDir
    Path folder;

    @Test
    void longFileIsHashedWholeAfterItsLastRow() throws Exception {
        Path file = Files.writeString(folder.resolve("customers.csv"), LONG_TEXT);
        assertThat(hashAfterReading(file)).isEqualTo(sha256(file));
    }

    @Test
    void packedFileIsHashedAsItLies() throws Exception {
        Path file = folder.resolve("customers.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(LONG_TEXT.getBytes());
        }
        assertThat(hashAfterReading(file)).isEqualTo(sha256(file));
    }

    private static String hashAfterReading(Path file) throws IOException {
        SourceFile source = SourceFile.of(file, file.toString(), Limits.standard());
        SourceFile.Reading plain = new SourceFile.Reading(Optional.empty(), Optional.empty(), Optional.empty(), 1);
        try (OpenedFile opened = source.open(plain, bytes -> {})) {
            Row row = new Row();
            int rows = 0;
            while (opened.next(row)) {
                rows++;
            }
            assertThat(rows).isEqualTo(10_001);
            return opened.contentHash();
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
