package io.customerroom.state;

import static io.customerroom.state.StateStoreTest.ANA;
import static io.customerroom.state.StateStoreTest.EXAMPLE;
import static io.customerroom.state.StateStoreTest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A server that goes away, takes no more connections, lets nobody write, or has no room: each is said, loses nothing, and is over when it is over. */
@EnabledIf("io.customerroom.state.TestPlace#isServer")
class PostgresTroubleTest {

    @TempDir
    Path folder;

    private StateServer server = new StateServer("jdbc:postgresql:", "", "");
    private Path file = Path.of("");
    private StateStore store;
    private final Deque<String> afterwards = new ArrayDeque<>();

    @BeforeEach
    void oneNoteIsKept() {
        server = TestPlace.empty();
        file = folder.resolve("room.db");
        TestPlace.write(file, server);
        store = StateStore.open(file, NOON, EXAMPLE);
        write("kept");
    }

    @AfterEach
    void closed() {
        store.close();
        afterwards.forEach(this::tell);
    }

    @Test
    void connectionsThatTheServerDroppedAreOpenedAgain() {
        assertThat(notes()).containsExactly("kept");
        restarted();
        assertThat(notes()).containsExactly("kept");
        restarted();
        write("after");
        assertThat(notes()).containsExactly("kept", "after");
    }

    @Test
    void aServerThatGoesInTheMiddleOfAWriteHasNotKeptIt() {
        refused(
                "STATE_UNREACHABLE",
                () -> store.write(ANA, writing -> {
                    int number = insert(writing, "lost");
                    restarted();
                    writing.record("note-written", "note", Map.of("number", number));
                    return number;
                }));
        refused(
                "STATE_UNREACHABLE",
                () -> store.write(ANA, writing -> {
                    int number = insert(writing, "lost before its commit");
                    writing.record("note-written", "note", Map.of("number", number));
                    restarted();
                    return number;
                }));
        whole("kept");
    }

    @Test
    void aServerThatLetsNobodyWriteIsReadAndWrittenAgainAfterwards() {
        tell("ALTER DATABASE %s SET default_transaction_read_only = on".formatted(database()));
        restarted();
        refused("STATE_NOT_WRITABLE", () -> write("lost"));
        assertThat(notes()).containsExactly("kept");
        try (StateStore second = StateStore.open(file, NOON, EXAMPLE)) {
            assertThat(notes(second)).as("opened meanwhile").containsExactly("kept");
        }
        tell("ALTER DATABASE %s RESET default_transaction_read_only".formatted(database()));
        whole("kept");
    }

    @Test
    void aServerWithoutAFreeConnectionSaysSo() throws SQLException {
        String user = "plain_" + database();
        tell("CREATE ROLE %s LOGIN CONNECTION LIMIT 8".formatted(user));
        tell("GRANT ALL ON DATABASE %s TO %s".formatted(database(), user));
        afterwards.add("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(user));
        Path other = folder.resolve("other").resolve("room.db");
        TestPlace.write(other, new StateServer(server.url() + "?currentSchema=plain", user, ""));
        try (StateStore plain = StateStore.open(other, NOON, EXAMPLE)) {
            write(plain, "kept");
            List<Connection> greedy = new ArrayList<>();
            while (greedy.size() < 7) {
                greedy.add(DriverManager.getConnection(server.url(), user, ""));
            }
            refused("STATE_BUSY", () -> notes(plain));
            refused("STATE_BUSY", () -> StateStore.open(other, NOON, UpgradeTest.UPGRADED));
            write(plain, "written on the connection that is there");
            for (Connection one : greedy) {
                one.close();
            }
            assertThat(notes(plain)).hasSize(2);
        }
    }

    @Test
    void whoServesTheStoreStillDoesAfterARestartUnlessAnotherOneCameFirst() {
        try (StateStore other = StateStore.open(file, NOON, EXAMPLE)) {
            Serving first = store.serving().orElseThrow();
            assertThat(other.serving()).isEmpty();
            assertThat(store.serving()).as("a second time").isEmpty();
            restarted();
            write("after");
            assertThat(other.serving()).isEmpty();

            restarted();
            Serving second = other.serving().orElseThrow();
            refused("ALREADY_SERVED", () -> write("lost"));
            assertThat(notes()).containsExactly("kept", "after");
            second.close();
            write("again");
            assertThat(other.serving()).isEmpty();
            first.close();
            assertThat(other.serving()).isPresent();
        }
    }

    @Test
    void aSchemaThatIsThereIsEnoughForAUserWhoMayMakeNone() {
        String user = "guest_" + database();
        tell("CREATE ROLE %1$s LOGIN; CREATE SCHEMA given AUTHORIZATION %1$s".formatted(user));
        afterwards.add("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(user));
        Path other = folder.resolve("other").resolve("room.db");
        TestPlace.write(other, new StateServer(server.url() + "?currentSchema=given", user, ""));
        try (StateStore guest = StateStore.open(other, NOON, EXAMPLE)) {
            write(guest, "kept");
            assertThat(notes(guest)).containsExactly("kept");
        }
    }

    /** A disk of a few megabytes for the server's files, which only root can make. */
    @Test
    void aServerWithoutRoomOnItsDiskRefusesTheWriteAndLosesNothing() throws IOException, SQLException {
        Path disk = disk();
        try {
            String place = "small_" + database();
            tell("CREATE TABLESPACE %s LOCATION '%s'".formatted(place, disk));
            afterwards.add("DROP TABLESPACE " + place);
            afterwards.addFirst("ALTER TABLE customer_room.note SET TABLESPACE pg_default");
            tell("ALTER TABLE customer_room.note SET TABLESPACE " + place);
            Path ballast = Files.write(
                    disk.resolve("ballast"),
                    new byte[Math.toIntExact(Files.getFileStore(disk).getUsableSpace())]);
            refused("STATE_DISK_FULL", () -> write(incompressible()));
            assertThat(notes()).containsExactly("kept");
            Files.delete(ballast);
            whole("kept");
            store.close();
            afterwards.forEach(this::tell);
            afterwards.clear();
        } finally {
            DiskTest.command("umount", "-l", disk.toString());
        }
    }

    private Path disk() throws IOException, SQLException {
        Path disk = Files.createTempDirectory("customer-room-disk");
        assumeTrue(
                DiskTest.command("mount", "-t", "tmpfs", "-o", "size=2m,mode=700", "tmpfs", disk.toString()),
                "only root can make a small disk");
        Files.setOwner(disk, Files.getOwner(Path.of(TestPlace.ask(server, "SHOW data_directory"))));
        return disk;
    }

    private static String incompressible() {
        return new Random(7)
                .ints(500_000, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** The next write is kept after these notes, and the chain is whole. */
    private void whole(String... notes) {
        write("after");
        assertThat(notes()).startsWith(notes).endsWith("after").hasSize(notes.length + 1);
        assertThat(store.trail().verify())
                .isInstanceOfSatisfying(
                        Trail.Verification.Whole.class,
                        whole -> assertThat(whole.entries()).isEqualTo(notes.length + 1));
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }

    /** Every connection of the store is gone, as after a restart of the server. */
    private void restarted() {
        tell("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    private String database() {
        return server.url().substring(server.url().lastIndexOf('/') + 1);
    }

    private void tell(String sql) {
        try (Connection connection = DriverManager.getConnection(server.url(), "room", "");
                var statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = off");
            for (String one : sql.split(";")) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void write(String words) {
        write(store, words);
    }

    private static void write(StateStore store, String words) {
        store.write(ANA, writing -> {
            writing.record("note-written", "note", Map.of("number", insert(writing, words)));
            return words;
        });
    }

    private static int insert(Writing writing, String words) {
        return writing.handle().execute("INSERT INTO note (words) VALUES (?)", words);
    }

    private List<String> notes() {
        return notes(store);
    }

    private static List<String> notes(StateStore store) {
        return store.read(handle -> handle.createQuery("SELECT words FROM note ORDER BY id")
                .mapTo(String.class)
                .list());
    }
}
