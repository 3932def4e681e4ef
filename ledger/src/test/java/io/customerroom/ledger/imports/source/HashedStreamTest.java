package io.customerroom.ledger.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashedStreamTest {

    /** What {@code printf 'a,b\n1,2\n' | sha256sum} prints. */
    private static final String HASH = "492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470";

    @TempDir
    private Path folder;

    @Test
    void theHashIsKnownAlsoWhenTheEndClosedTheFile() throws IOException {
        HashedStream hashed = hashed();
        try (InputStream around = new SequenceInputStream(hashed, InputStream.nullInputStream())) {
            around.readAllBytes();
            assertThat(hashed.hash()).isEqualTo(HASH);
        }
    }

    @Test
    void theHashHoldsWhatNobodyRead() throws IOException {
        try (HashedStream hashed = hashed()) {
            assertThat(hashed.read()).isEqualTo('a');
            assertThat(hashed.hash()).isEqualTo(HASH);
        }
    }

    private HashedStream hashed() throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), "a,b\n1,2\n", StandardCharsets.UTF_8);
        return new HashedStream(Files.newInputStream(file), bytes -> {});
    }
}
