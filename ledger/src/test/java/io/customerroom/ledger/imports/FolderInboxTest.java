package io.customerroom.ledger.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.imports.folders.FolderInbox;
import io.customerroom.ledger.imports.folders.FolderInbox.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The till writes its day into a folder. */
class FolderInboxTest {

    private static final String DAY = "order,line,customer,date,amount\n%s,1,anna,2026-01-05,10\n";

    @TempDir
    Path folder;

    private ImportRoom room;
    private Path inbox;
    private FolderInbox folders;
    private Instant now = Instant.parse("2026-06-04T08:00:00Z");

    @BeforeEach
    void open() throws IOException {
        room = new ImportRoom(folder);
        inbox = Files.createDirectories(folder.resolve("till"));
        Files.writeString(
                room.workspace.root().resolve("folders.yaml"),
                "folders:\n  - {folder: %s, files: \"till-*\", mapping: till.yaml}\n".formatted(inbox));
        Files.createDirectories(room.workspace.mappings());
        Files.writeString(
                room.workspace.mappings().resolve("till.yaml"),
                "fact: purchase\n"
                        + "source: till\n"
                        + "columns: {order: order, line: line, customer: customer, date: {from: date, format: iso},"
                        + " amount: amount}\n");
        folders = new FolderInbox(room.workspace, room.imports, new Now());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aFileIsTakenWhenItHasComeToRest() throws IOException {
        Path file = put("till-1.csv", DAY.formatted("o1"));
        assertThat(look()).as("seen for the first time").isEmpty();
        Files.writeString(file, DAY.formatted("o1") + "o2,1,ben,2026-01-05,5\n");
        changed(file);
        assertThat(look()).as("it has grown").isEmpty();
        assertThat(look()).as("it does not rest for long").isEmpty();
        now = now.plus(FolderInbox.QUIET);
        assertThat(look()).extracting(Outcome::batches).containsExactly(List.of("b0001-purchase-till"));
        assertThat(room.ask("SELECT count(*) FROM purchase")).isEqualTo("2\n");
        assertThat(inbox.resolve("processed/till-1.csv")).exists();
        assertThat(file).doesNotExist();
    }

    @Test
    void halvesStrangersAndLinksAreLeftAlone() throws IOException {
        put("till-1.csv.part", DAY.formatted("o1"));
        put(".till-2.csv", DAY.formatted("o2"));
        put("notes.txt", "hello");
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.csv"), DAY.formatted("o3"));
        Files.createSymbolicLink(inbox.resolve("till-3.csv"), elsewhere);
        assertThat(rested()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsPutAsideWithItsReason() throws IOException {
        put("till-1.csv", "colour,shape\nred,round\n");
        put("till-2.csv", DAY.formatted("o2"));
        assertThat(rested()).hasSize(2);
        assertThat(inbox.resolve("failed/till-1.csv")).exists();
        assertThat(inbox.resolve("failed/till-1.csv.reason.txt")).content().contains("there is no column 'order'");
        assertThat(room.ask("SELECT order_id FROM purchase")).isEqualTo("o2\n");
    }

    @Test
    void theSameFileAgainCountsOnce() throws IOException {
        put("till-1.csv", DAY.formatted("o1"));
        rested();
        put("till-1.csv", DAY.formatted("o1"));
        assertThat(rested()).extracting(Outcome::batches).containsExactly(List.of("b0001-purchase-till"));
        assertThat(room.imports.batches()).hasSize(1);
        assertThat(inbox.resolve("processed")).isDirectoryContaining("glob:**2026*-till-1.csv");
    }

    @Test
    void aFileThatCannotBeMovedIsTriedAgainLaterAndLater() throws IOException {
        put("till-1.csv", DAY.formatted("o1"));
        Files.writeString(inbox.resolve("processed"), "a file where the folder should be");
        Outcome first = rested().getFirst();
        assertThat(first.failure().orElseThrow().code()).isEqualTo("FILE_NOT_MOVED");
        assertThat(first.again()).contains(now.plus(Duration.ofMinutes(1)));
        assertThat(look()).as("not yet").isEmpty();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(look().getFirst().again()).contains(now.plus(Duration.ofMinutes(2)));
        Files.delete(inbox.resolve("processed"));
        now = now.plus(Duration.ofMinutes(2));
        assertThat(look()).extracting(Outcome::batches).containsExactly(List.of("b0001-purchase-till"));
        assertThat(room.imports.batches()).as("imported once").hasSize(1);
    }

    private Path put(String name, String text) throws IOException {
        Path file = Files.writeString(inbox.resolve(name), text);
        changed(file);
        return file;
    }

    private void changed(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    private List<Outcome> look() {
        return folders.look(ImportRoom.ANA);
    }

    private List<Outcome> rested() {
        look();
        now = now.plus(FolderInbox.QUIET);
        return look();
    }

    private final class Now extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.fixed(now).withZone(zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
