package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.people.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
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

    /** Whoever takes a backup away takes no second factor with it. */
    @Test
    void theKeyOfSecondFactorsStaysBehindAndIsMissed() throws IOException {
        Authorship by = new Authorship("ada", "cli", "test", "test");
        try (Workbench bench = Workbench.open(new Workspace(folder.resolve("shop")), Clock.systemUTC())) {
            bench.room().people().invite(by, "ada", "Ada", Role.VIEWER);
            bench.room().secondFactors().begin(by, "ada");
        }
        Path key = Path.of("secret/second-factors.key");
        Typed.in(folder, "backup", "shop.zip", "--dir", "shop");
        Typed.in(folder, "restore", "shop.zip", "--dir", "again");
        assertThat(folder.resolve("shop").resolve(key)).exists();
        assertThat(folder.resolve("again").resolve(key)).doesNotExist();
        assertThat(Typed.in(folder, "doctor", "--dir", "shop").out()).doesNotContain("second factors");
        assertThat(Typed.in(folder, "doctor", "--dir", "again").out())
                .contains("The secrets of 1 second factors do not open with the key of this workspace (ada).");

        Files.createDirectories(folder.resolve("again/secret"));
        Files.copy(folder.resolve("shop").resolve(key), folder.resolve("again").resolve(key));
        assertThat(Typed.in(folder, "doctor", "--dir", "again").out()).doesNotContain("second factors");
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

    @Test
    void changedByteIsFoundAndLeavesNothing() throws IOException {
        Typed.in(folder, "backup", "shop.zip", "--dir", "shop");
        byte[] bytes = Files.readAllBytes(folder.resolve("shop.zip"));
        int rows = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("rows");
        bytes[rows] = 'R'; // the facts are stored as they are
        Files.write(folder.resolve("shop.zip"), bytes);
        assertThat(Typed.in(folder, "restore", "shop.zip", "--dir", "again").err())
                .endsWith("[BACKUP_DAMAGED]\n");
        assertThat(folder.resolve("again")).doesNotExist();
        assertThat(folder.resolve("again.restoring")).doesNotExist();
    }

    @Test
    void backupThatIsCutOffIsRefused() throws IOException {
        Typed.in(folder, "backup", "shop.zip", "--dir", "shop");
        byte[] bytes = Files.readAllBytes(folder.resolve("shop.zip"));
        Files.write(folder.resolve("shop.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(Typed.in(folder, "restore", "shop.zip", "--dir", "again").err())
                .endsWith("[NO_BACKUP]\n");
    }

    @Test
    void fileThatIsMissingOrNotListedIsFound() throws IOException {
        String sum = "0".repeat(64) + " 4 facts/purchase/b1/facts.parquet\n";
        zip("less.zip", "customer-room-backup", "2", "customer-room-backup.sums", sum);
        zip("more.zip", "customer-room-backup", "2", "journey.yaml", "x", "customer-room-backup.sums", "");
        zip("none.zip", "customer-room-backup", "2", "journey.yaml", "x");
        for (String name : List.of("less.zip", "more.zip", "none.zip")) {
            assertThat(Typed.in(folder, "restore", name, "--dir", "again").err())
                    .as(name)
                    .endsWith("[BACKUP_DAMAGED]\n");
        }
    }

    @Test
    void fileThatPromisesMoreThanAZipCanHoldIsRefused() throws IOException {
        String sum = "0".repeat(64) + " 900000000000 facts/bomb\n";
        zip("bomb.zip", "customer-room-backup", "2", "facts/bomb", "x", "customer-room-backup.sums", sum);
        assertThat(Typed.in(folder, "restore", "bomb.zip", "--dir", "again").err())
                .endsWith("[NO_BACKUP]\n");
        zip(
                "swell.zip",
                "customer-room-backup",
                "2",
                "facts/bomb",
                "x".repeat(1 << 20),
                "customer-room-backup.sums",
                "0".repeat(64) + " 4 facts/bomb\n");
        assertThat(Typed.in(folder, "restore", "swell.zip", "--dir", "again").err())
                .endsWith("[BACKUP_DAMAGED]\n");
    }

    @Test
    void backupOfTheFirstFormatIsStillRestored() throws IOException {
        zip("old.zip", "customer-room-backup", "1", "journey.yaml", "old");
        assertThat(Typed.in(folder, "restore", "old.zip", "--dir", "again").exitCode())
                .isZero();
        assertThat(folder.resolve("again/journey.yaml")).hasContent("old");
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
