package io.customerroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleTest {

    @TempDir
    Path folder;

    @Test
    void whatIsInTheWayIsSaidInWords() throws IOException {
        Path file = folder.resolve("a.csv");
        assertThat(FileTrouble.of(new AccessDeniedException("a.csv"), file)).isEqualTo("there is no right to it");
        assertThat(FileTrouble.of(new IOException("No space left on device"), file))
                .isEqualTo("no space is left on the disk");
        assertThat(FileTrouble.of(new FileSystemException("a.csv", null, "Read-only file system"), file))
                .isEqualTo("the disk may only be read");
        assertThat(FileTrouble.of(new NoSuchFileException("a.csv"), file)).isEqualTo("it is not there");
        assertThat(FileTrouble.of(new IOException(), file)).isEqualTo("the disk refused");
    }

    @Test
    void thePlaceItselfTellsBeforeTheTroubleDoes() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "hello");
        NoSuchFileException trouble = new NoSuchFileException(".a.csv.part-1");
        assertThat(FileTrouble.of(trouble, folder)).isEqualTo("it is a folder");
        assertThat(FileTrouble.of(trouble, folder.resolve("none/a.csv"))).isEqualTo("its folder is not there");
        assertThat(FileTrouble.of(trouble, text.resolve("a.csv"))).isEqualTo("what should be its folder is a file");
    }

    @Test
    void ofAFolderTheFilesInItAreNotTold() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "hello");
        assertThat(FileTrouble.in(new AccessDeniedException("a.csv"), folder)).isEqualTo("there is no right to it");
        assertThat(FileTrouble.in(new IOException(), text)).isEqualTo("it is a file and no folder");
        assertThat(FileTrouble.in(new NoSuchFileException("none"), folder.resolve("none")))
                .isEqualTo("it is not there");
        assertThat(FileTrouble.in(new FileSystemException("none", null, "Not a directory"), text.resolve("none")))
                .isEqualTo("what should be its folder is a file");
        assertThat(FileTrouble.in(new MalformedInputException(1), folder)).isEqualTo("it is no UTF-8 text");
    }
}
