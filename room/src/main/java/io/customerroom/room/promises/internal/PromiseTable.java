package io.customerroom.room.promises.internal;

import io.customerroom.room.promises.FrozenLevel;
import io.customerroom.room.promises.Level;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.PromiseEvent;
import io.customerroom.room.promises.PromiseEvent.Broken;
import io.customerroom.room.promises.PromiseEvent.Kept;
import io.customerroom.room.promises.PromiseEvent.Made;
import io.customerroom.room.promises.PromiseEvent.Moved;
import io.customerroom.room.promises.PromiseEvent.Withdrawn;
import io.customerroom.room.promises.Promises.Offer;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of promises and of what happened to them. Knows no rules. */
final class PromiseTable {

    private static final SqlFile SQL = SqlFile.beside(PromiseTable.class);

    private PromiseTable() {}

    /** Every promise with the events up to the given moment; those made later are left out. */
    static List<Promise> all(Handle handle, Instant until) {
        Map<Long, List<PromiseEvent>> events = new HashMap<>();
        handle.createQuery(SQL.text("events"))
                .bind("until", until)
                .map((row, context) -> Map.entry(row.getLong("promise"), event(row)))
                .forEach(it -> events.computeIfAbsent(it.getKey(), key -> new ArrayList<>())
                        .add(it.getValue()));
        return handle
                .createQuery(SQL.text("promises"))
                .map((row, context) -> {
                    List<PromiseEvent> happened = events.get(row.getLong("number"));
                    return happened == null ? Optional.<Promise>empty() : Optional.of(promise(row, happened));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    static long make(Writing writing, long meeting, Offer offer) {
        return writing.handle()
                .createQuery(SQL.text("make"))
                .bind("meeting", meeting)
                .bind("exhibit", offer.exhibit())
                .bind("level", offer.level().value())
                .bind("unit", offer.level().unit())
                .bind("direction", offer.level().direction().id())
                .bind("owner", offer.owner())
                .bind("words", offer.words())
                .mapTo(Long.class)
                .one();
    }

    static void happen(Writing writing, long promise, PromiseEvent event) {
        switch (event) {
            case Made it -> insert(writing, promise, "made", null, it.due(), "");
            case Moved it -> insert(writing, promise, "moved", it.from(), it.to(), it.reason());
            case Kept it -> {
                insert(writing, promise, "kept", null, null, it.evidence());
                it.reading().ifPresent(level -> prove(writing, level));
            }
            case Broken it -> {
                insert(writing, promise, "broken", null, null, it.evidence());
                it.reading().ifPresent(level -> prove(writing, level));
            }
            case Withdrawn it -> insert(writing, promise, "withdrawn", null, null, it.reason());
        }
    }

    /** The proof of the event inserted last, in the same transaction. */
    private static void prove(Writing writing, FrozenLevel level) {
        writing.handle()
                .createUpdate(SQL.text("prove"))
                .bind("meeting", Long.parseLong(level.meeting().substring(1)))
                .bind("exhibit", level.exhibit())
                .bind("figure", level.figure())
                .bind("value", level.value())
                .execute();
    }

    static void name(Writing writing, long promise, Promise.Named figure) {
        writing.handle()
                .createUpdate(SQL.text("name-figure"))
                .bind("promise", promise)
                .bind("figure", figure.id())
                .bind("title", figure.title())
                .execute();
    }

    static boolean hangs(Handle handle, long meeting, String exhibit) {
        return handle.createQuery(SQL.text("hangs"))
                .bind("meeting", meeting)
                .bind("exhibit", exhibit)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    static boolean ownerIsOpen(Handle handle, String owner) {
        return handle.createQuery(SQL.text("owner"))
                .bind("owner", owner)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static void insert(
            Writing writing,
            long promise,
            String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String words) {
        writing.handle()
                .createUpdate(SQL.text("happen"))
                .bind("promise", promise)
                .bind("kind", kind)
                .bind("at", writing.now())
                .bind("by", writing.by().actor())
                .bind("from", from == null ? null : StoredText.of(from))
                .bind("to", to == null ? null : StoredText.of(to))
                .bind("words", words)
                .execute();
    }

    private static PromiseEvent event(ResultSet row) throws SQLException {
        Instant at = StoredText.instant(row.getString("at"));
        String by = row.getString("by");
        String words = row.getString("words");
        String kind = row.getString("kind");
        return switch (kind) {
            case "made" -> new Made(at, by, StoredText.day(row.getString("to_day")));
            case "moved" ->
                new Moved(
                        at,
                        by,
                        StoredText.day(row.getString("from_day")),
                        StoredText.day(row.getString("to_day")),
                        words);
            case "kept" -> new Kept(at, by, words, proof(row));
            case "broken" -> new Broken(at, by, words, proof(row));
            case "withdrawn" -> new Withdrawn(at, by, words);
            default -> throw new IllegalStateException("unknown kind of event " + kind);
        };
    }

    private static Optional<FrozenLevel> proof(ResultSet row) throws SQLException {
        String figure = row.getString("figure");
        return figure == null
                ? Optional.empty()
                : Optional.of(new FrozenLevel(
                        "m" + row.getLong("meeting"),
                        row.getString("exhibit"),
                        figure,
                        StoredText.number(row.getString("value"))));
    }

    private static Optional<Promise.Named> figure(ResultSet row) throws SQLException {
        String figure = row.getString("figure");
        return figure == null
                ? Optional.empty()
                : Optional.of(new Promise.Named(figure, row.getString("figure_title")));
    }

    private static Promise promise(ResultSet row, List<PromiseEvent> events) throws SQLException {
        return new Promise(
                "p" + row.getLong("number"),
                "m" + row.getLong("meeting"),
                row.getString("exhibit"),
                row.getString("title"),
                figure(row),
                new Level(
                        StoredText.number(row.getString("level")),
                        row.getString("unit"),
                        Level.Direction.of(row.getString("direction"))),
                row.getString("owner"),
                row.getString("words"),
                events);
    }
}
