package io.customerroom.room;

import static io.customerroom.room.RoomFixture.by;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.room.people.Role;
import io.customerroom.state.Trail.Verification;
import io.customerroom.state.TrailEntry;
import io.customerroom.state.TrailFilter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A room that an older program filled (tables of version 8.18) is opened by this one. */
@DisabledIf("io.customerroom.state.TestPlace#isServer")
class UpgradedRoomTest {

    @TempDir
    Path workspace;

    @Test
    void peoplePromisesAndTrailOfTheVersionBeforeAreThere() throws IOException, SQLException {
        Path db = Files.createDirectory(workspace.resolve("state")).resolve("customer-room.db");
        fill(db);
        try (RoomFixture fixture = new RoomFixture(workspace)) {
            assertThat(fixture.room.people().all())
                    .extracting(account -> account.name() + " " + account.role())
                    .containsExactly("ada " + Role.ADMINISTRATOR, "leo " + Role.LEADER);
            assertThat(fixture.room.meetings().require("m1").frozen()).isTrue();
            assertThat(fixture.room.promises().all()).singleElement().satisfies(promise -> {
                assertThat(promise.owner()).isEqualTo("leo");
                assertThat(promise.due()).isEqualTo("2026-07-31");
            });
            assertThat(fixture.room.trail().verify())
                    .isInstanceOfSatisfying(
                            Verification.Whole.class,
                            whole -> assertThat(whole.entries()).isEqualTo(14));
            fixture.room.people().give(by("ada", "she audits now"), "leo", Role.AUDITOR);
            assertThat(fixture.room.trail().entries(TrailFilter.about("leo"), 1))
                    .extracting(TrailEntry::number)
                    .containsExactly(15L);
        }
        try (var kept = Files.list(workspace.resolve("state"))) {
            assertThat(kept.map(file -> file.getFileName().toString()))
                    .as("a copy from before")
                    .anyMatch(name -> name.startsWith("customer-room.db.before-8."));
        }
    }

    private static void fill(Path db) throws IOException, SQLException {
        try (InputStream script = Objects.requireNonNull(
                        UpgradedRoomTest.class.getResourceAsStream("state-8.18.sql"), "state-8.18.sql");
                var connection = DriverManager.getConnection("jdbc:sqlite:" + db);
                var statement = connection.createStatement()) {
            statement.executeUpdate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
