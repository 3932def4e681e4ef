package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupVerbTest {

    @TempDir
    Path folder;

    @BeforeEach
    void workspace() throws IOException {
        Typed.in(folder, "init", "shop", "--name", "Harbour Tea");
        Files.createDirectories(folder.resolve("shop/facts/purchase/b1"));
        Files.writeString(folder.resolve("shop/facts/purchase/b1/facts.parquet"), "rows");
        Files.createDirectories(folder.resolve("shop/staging"));
        Files.writeString(folder.resolve("shop/staging/half.parquet"), "half");
    }

    @Test
    void restoredWorkspaceIsTheOneThatWasBackedUp() {
        assertThat(Typed.in(folder, "backup", "shop.zip", "--dir", "shop").exitCode())
                .isZero();
        assertThat(Typed.in(folder, "restore", "shop.zip", "--dir", "again").exitCode())
                .isZero();
        assertThat(folder.resolve("again/customer-room.yaml"))
                .hasSameTextualContentAs(folder.resolve("shop/customer-room.yaml"));
        assertThat(folder.resolve("again/facts/purchase/b1/facts.parquet")).hasContent("rows");
        assertThat(folder.resolve("again/state/customer-room.db")).isNotEmptyFile();
    }

    @Test
    void workInProgressStaysBehind() {
        Typed.in(folder, "backup", "shop.zip", "--dir", "shop");
        Typed.in(folder, "restore", "shop.zip", "--dir", "again");
        assertThat(folder.resolve("again/staging")).doesNotExist();
    }

    @Test
    void existingBackupIsNotOverwritten() {
        Typed.in(folder, "backup", "shop.zip", "--dir", "shop");
        assertThat(Typed.in(folder, "backup", "shop.zip", "--dir", "shop").err())
                .endsWith("[FILE_EXISTS]\n");
    }

    @Test
    void folderInUseIsNotRestoredOver() {
        Typed.in(folder, "backup", "shop.zip", "--dir", "shop");
        assertThat(Typed.in(folder, "restore", "shop.zip", "--dir", "shop").err())
                .endsWith("[FOLDER_NOT_EMPTY]\n");
    }

    @Test
    void entryThatClimbsOutIsRefusedAndLeavesNothing() throws IOException {
        zip("evil.zip", "customer-room-backup", "1", "facts/../../escaped.txt", "out");
        assertThat(Typed.in(folder, "restore", "evil.zip", "--dir", "again").err())
                .endsWith("[NO_BACKUP]\n");
        assertThat(folder.resolve("escaped.txt")).doesNotExist();
        assertThat(folder.resolve("again")).doesNotExist();
        assertThat(folder.resolve("again.restoring")).doesNotExist();
    }

    @Test
    void fileThatIsNoBackupIsRefused() throws IOException {
        Files.writeString(folder.resolve("letter.zip"), "dear");
        assertThat(Typed.in(folder, "restore", "letter.zip", "--dir", "again").err())
                .endsWith("[NO_BACKUP]\n");
    }

    private void zip(String name, String... namesAndTexts) throws IOException {
        try (OutputStream stream = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream out = new ZipOutputStream(stream)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes());
                out.closeEntry();
            }
        }
    }
}
