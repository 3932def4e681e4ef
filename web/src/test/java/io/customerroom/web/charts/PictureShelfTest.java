package io.customerroom.web.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureShelfTest {

    private static final String NAME = PictureShelf.name("{}", 640, 320);

    @TempDir
    Path folder;

    @Test
    void aPictureIsFoundAgainByWhatItWasDrawnFrom() {
        new PictureShelf(folder.resolve("pictures")).keep(NAME, "<svg>ä</svg>");
        PictureShelf later = new PictureShelf(folder.resolve("pictures"));
        assertThat(later.find(NAME)).contains("<svg>ä</svg>");
        assertThat(later.find(PictureShelf.name("{}", 640, 321))).isEmpty();
        assertThat(later.find(PictureShelf.name("{ }", 640, 320))).isEmpty();
    }

    @Test
    void aPictureCutShortIsNotFoundAndMayBeKeptAgain() throws IOException {
        PictureShelf shelf = new PictureShelf(folder);
        shelf.keep(NAME, "<svg></svg>");
        Path file = only();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 6));
        assertThat(shelf.find(NAME)).isEmpty();
        shelf.keep(NAME, "<svg></svg>");
        assertThat(shelf.find(NAME)).contains("<svg></svg>");
    }

    @Test
    void whereNothingCanBeWrittenNothingIsKeptAndNothingFails() throws IOException {
        PictureShelf shelf =
                new PictureShelf(Files.writeString(folder.resolve("a file"), "").resolve("pictures"));
        shelf.keep(NAME, "<svg></svg>");
        assertThat(shelf.find(NAME)).isEmpty();
    }

    @Test
    void theOldestGoFirst() throws IOException {
        PictureShelf shelf = new PictureShelf(folder);
        for (int i = 1; i <= 3; i++) {
            shelf.keep("p" + i, "<svg/>");
            Files.setLastModifiedTime(folder.resolve("p" + i + ".svg.gz"), FileTime.fromMillis(10_000L - i));
        }
        shelf.sweep(2);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("p1.svg.gz", "p2.svg.gz");
        }
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().getFirst();
        }
    }
}
