package io.customerroom.ledger.imports.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.state.TrailEntry;
import io.customerroom.state.TrailFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop's database, which nobody reaches here: what is stated about it, and when it is due. */
class DatabaseSourcesTest {

    private static final String SECRET = "swordfish of the reader";
    private static final DatabaseSource.Door DOOR =
            new DatabaseSource.Door("jdbc:postgresql://db.example.org/shop", "reader", Optional.empty());
    private static final DatabaseSource.Asked ORDERS =
            new DatabaseSource.Asked(Optional.of("orders"), Optional.empty());
    private static final String MAPPING =
            "fact: purchase\ncolumns: {order: o, customer: c, date: {from: d, format: iso}, amount: a}\n";

    @TempDir
    Path folder;

    private ImportRoom room;
    private Instant now = Instant.parse("2026-06-01T08:00:00Z");
    private final Map<String, String> environment = new HashMap<>();
    private DatabaseSources sources;
    private DatabaseReadings readings;

    @BeforeEach
    void open() {
        room = new ImportRoom(folder);
        at(now);
    }

    private void at(Instant moment) {
        now = moment;
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        sources = new DatabaseSources(room.workspace, room.store, environment::get, CompanyCalendar.utc(), clock);
        readings = new DatabaseReadings(
                sources, new DatabaseImports(room.workspace, room.imports, room.store, clock), room.store, clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aPasswordIsKeptSealedAndGoesWithItsSource() throws IOException {
        sources.add(ImportRoom.ANA, shop(DOOR), Optional.of(SECRET));
        assertThat(sources.login(shop(DOOR)).password()).isEqualTo(SECRET);
        assertThat(sources.unopened()).isEmpty();
        assertThat(everything()).doesNotContain(SECRET);
        Files.writeString(room.workspace.databaseKey(), "0".repeat(64));
        assertThat(sources.unopened()).containsExactly("shop");
        assertThat(refused(() -> sources.login(shop(DOOR)))).isEqualTo("DATABASE_PASSWORD_SEALED");
        sources.remove(ImportRoom.ANA, "shop");
        assertThat(sources.unopened()).isEmpty();
        assertThat(sources.all()).isEmpty();
        assertThat(refused(() -> sources.of("shop"))).isEqualTo("DATABASE_SOURCE_UNKNOWN");
    }

    /** Whoever may change a source must not learn its password by sending it to a place of their own. */
    @Test
    void aPasswordDoesNotFollowToAnotherPlaceOrUser() {
        sources.add(ImportRoom.ANA, shop(DOOR), Optional.of(SECRET));
        var elsewhere = new DatabaseSource.Door("jdbc:postgresql://evil.example.org/shop", "reader", Optional.empty());
        var other = new DatabaseSource.Door(DOOR.address(), "owner", Optional.empty());
        for (DatabaseSource.Door door : List.of(elsewhere, other)) {
            assertThat(refused(() ->
                            sources.change(ImportRoom.ANA, "shop", door, ORDERS, FactKind.PURCHASE, Optional.empty())))
                    .isEqualTo("DATABASE_PASSWORD");
        }
        sources.change(ImportRoom.ANA, "shop", elsewhere, ORDERS, FactKind.PURCHASE, Optional.of("another"));
        assertThat(sources.login(sources.of("shop").source()).password()).isEqualTo("another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "CUSTOMER_ROOM_STATE_PASSWORD", "CUSTOMER_ROOM_DB_PASSWORDS", "${jndi:x}"})
    void onlyVariablesForDatabasesAreRead(String variable) {
        assertThat(refused(() -> new DatabaseSource.Door(DOOR.address(), "reader", Optional.of(variable))))
                .isEqualTo("DATABASE_VARIABLE");
    }

    @Test
    void aSourceWithoutAPasswordIsRefusedAndNotKept() {
        assertThat(refused(() -> sources.add(ImportRoom.ANA, shop(DOOR), Optional.empty())))
                .isEqualTo("DATABASE_PASSWORD");
        assertThat(refused(() -> sources.add(ImportRoom.ANA, shop(DOOR), Optional.of(""))))
                .isEqualTo("DATABASE_PASSWORD");
        assertThat(sources.all()).isEmpty();
    }

    @Test
    void aVariableHoldsThePasswordWhereItIsNamed() {
        var door = new DatabaseSource.Door(DOOR.address(), "reader", Optional.of("CUSTOMER_ROOM_DB_PASSWORD_SHOP"));
        sources.add(ImportRoom.ANA, shop(door), Optional.empty());
        assertThat(refused(() -> sources.login(shop(door)))).isEqualTo("DATABASE_VARIABLE_UNSET");
        environment.put("CUSTOMER_ROOM_DB_PASSWORD_SHOP", SECRET);
        assertThat(sources.login(shop(door)).password()).isEqualTo(SECRET);
    }

    @Test
    void everyChangeStandsInTheTrailAsWhatItWasAndIs() {
        sources.add(ImportRoom.ANA, shop(DOOR), Optional.of(SECRET));
        sources.plan(ImportRoom.ANA, "shop", new DatabaseSource.Plan(Optional.of("updated_at"), Rhythm.DAY, 3));
        sources.map(ImportRoom.ANA, "shop", MAPPING);
        sources.map(ImportRoom.ANA, "shop", MAPPING.replace("\n", "\r\n"));
        sources.pause(ImportRoom.ANA, "shop", true);
        sources.pause(ImportRoom.ANA, "shop", true);
        sources.remove(ImportRoom.ANA, "shop");
        List<String> told = room.store.trail().entries(new TrailFilter("", "", "shop", Long.MAX_VALUE), 20).stream()
                .map(TrailEntry::event)
                .toList();
        assertThat(told)
                .containsExactly(
                        "database-source-removed",
                        "database-source-changed",
                        "database-source-changed",
                        "database-source-changed",
                        "database-source-added");
    }

    @Test
    void whatFailsIsTriedAgainLaterEachTimeAndIsLateAfterAnHour() {
        sources.add(ImportRoom.ANA, shop(DOOR).reads(MAPPING), Optional.of(SECRET));
        sources.plan(ImportRoom.ANA, "shop", new DatabaseSource.Plan(Optional.empty(), Rhythm.HOUR, 0));
        assertThat(readings.readWhatIsDue(ImportRoom.ANA)).as("not due yet").isEmpty();
        at(sources.of("shop").standing().due().orElseThrow());
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            assertThat(readings.readWhatIsDue(ImportRoom.ANA))
                    .extracting(outcome -> outcome.failure().orElseThrow().code())
                    .containsExactly("DATABASE_NOT_NAMED");
            assertThat(readings.readWhatIsDue(ImportRoom.ANA)).isEmpty();
            Instant next = sources.of("shop").standing().next().orElseThrow();
            pauses.add(Duration.between(now, next));
            at(next);
        }
        assertThat(pauses).extracting(Duration::toMinutes).containsExactly(1L, 2L, 4L, 8L, 16L, 32L);
        DatabaseSources.Known known = sources.of("shop");
        assertThat(known.standing().failures()).isEqualTo(6);
        assertThat(known.standing().late()).hasValue(Duration.ofMinutes(63));
        assertThat(sources.late()).singleElement().asString().startsWith("The database shop (shop at db.example.org)");
        assertThat(known.runs()).hasSize(6).allMatch(run -> run.failed().isPresent());
        sources.pause(ImportRoom.ANA, "shop", true);
        assertThat(sources.late()).isEmpty();
        assertThat(readings.readWhatIsDue(ImportRoom.ANA)).isEmpty();
    }

    @Test
    void rhythmsKeepToTheDaysOfTheCompany() {
        CompanyCalendar utc = CompanyCalendar.utc();
        Instant monday = Instant.parse("2026-06-01T08:00:00Z");
        assertThat(Rhythm.BY_HAND.next(monday, 3, utc)).isEmpty();
        assertThat(Rhythm.DAY.next(monday, 3, utc)).hasValue(Instant.parse("2026-06-02T03:00:00Z"));
        assertThat(Rhythm.DAY.next(monday, 9, utc)).hasValue(Instant.parse("2026-06-01T09:00:00Z"));
        assertThat(Rhythm.WEEK.next(monday, 3, utc)).hasValue(Instant.parse("2026-06-08T03:00:00Z"));
        assertThat(Rhythm.WEEK.next(monday, 9, utc)).hasValue(Instant.parse("2026-06-01T09:00:00Z"));
    }

    private static DatabaseSource shop(DatabaseSource.Door door) {
        return new DatabaseSource("shop", door, ORDERS, FactKind.PURCHASE, "", DatabaseSource.Plan.BY_HAND, false);
    }

    private static String refused(ThrowingCallable call) {
        return catchThrowableOfType(Failure.class, call).code();
    }

    private String everything() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(room.workspace.root())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
