package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups made while others import, undo and open accounts. */
class BackupWhileBusyTest {

    private static final int BACKUPS = Boolean.getBoolean("long") ? 25 : 2;

    @TempDir
    Path folder;

    @Test
    void theLastAnsweredWriteIsInTheBackupAndTheRestIsWhole() throws IOException {
        Path shop = Files.createDirectory(folder.resolve("shop"));
        well(shop, "init", ".");
        Files.writeString(shop.resolve("sales.csv"), "order,customer,date,amount\n1,ada,2025-01-10,10.00\n");
        well(shop, "import", "sales.csv", "--as", "purchase");
        well(shop, "build");
        String figures = figures(shop);
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> importing(shop, enough, begun));
        try {
            begun.await();
            for (int i = 1; i <= BACKUPS; i++) {
                well(shop, "user", "add", "person" + i, "--role", "viewer");
                well(shop, "backup", "../shop" + i + ".zip");
                Path again = folder.resolve("again" + i);
                well(folder, "restore", "shop" + i + ".zip", "--dir", again.toString());
                assertThat(well(again, "user", "list")).contains("person" + i);
                assertThat(well(again, "doctor", "--deep")).isEqualTo("All is well.\n");
                assertThat(figures(again))
                        .as("January is not touched by what the others import")
                        .isEqualTo(figures);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            enough.set(true);
            others.join();
        }
    }

    /** December comes, again and again, each time as another file. */
    private static void importing(Path shop, AtomicBoolean enough, CountDownLatch begun) {
        try {
            for (int i = 1; !enough.get(); i++) {
                Files.writeString(
                        shop.resolve("more.csv"),
                        "order,customer,date,amount\nf%d,eve,2025-12-12,%d.00\n".formatted(i, i));
                well(shop, "import", "more.csv", "--as", "purchase", "--source", "other");
                begun.countDown();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String figures(Path workspace) {
        return well(workspace, "show", "customer-math", "--by", "month", "--through", "2025-01-31", "--format", "csv");
    }

    private static String well(Path where, String... words) {
        Typed typed = Typed.in(where, words);
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        return typed.out();
    }
}
