package io.customerroom.room.decisions.internal;

import io.customerroom.room.decisions.Decision;
import io.customerroom.room.decisions.Decision.Review;
import io.customerroom.room.decisions.Decisions.Choice;
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

/** The rows of decisions and their reviews. Knows no rules. */
final class DecisionTable {

    private static final SqlFile SQL = SqlFile.beside(DecisionTable.class);

    private DecisionTable() {}

    /** Every decision taken up to the given moment, with its reviews up to then. */
    static List<Decision> all(Handle handle, Instant until) {
        Map<Long, List<Review>> reviews = new HashMap<>();
        handle.createQuery(SQL.text("reviews"))
                .bind("until", until)
                .map((row, context) -> Map.entry(row.getLong("decision"), review(row)))
                .forEach(it -> reviews.computeIfAbsent(it.getKey(), key -> new ArrayList<>())
                        .add(it.getValue()));
        return handle.createQuery(SQL.text("decisions"))
                .bind("until", until)
                .map((row, context) -> decision(row, reviews.getOrDefault(row.getLong("number"), List.of())))
                .list();
    }

    static long take(Writing writing, long meeting, @Nullable Long item, Choice choice) {
        return writing.handle()
                .createQuery(SQL.text("take"))
                .bind("meeting", meeting)
                .bind("item", item)
                .bind("words", choice.words())
                .bind("reason", choice.reason())
                .bind("owner", choice.owner())
                .bind("review", choice.reviewOn())
                .bind("now", writing.now())
                .bind("by", writing.by().actor())
                .mapTo(Long.class)
                .one();
    }

    static void review(Writing writing, long decision, String outcome, String words, @Nullable LocalDate next) {
        writing.handle()
                .createUpdate(SQL.text("review"))
                .bind("decision", decision)
                .bind("outcome", outcome)
                .bind("words", words)
                .bind("next", next)
                .bind("now", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }

    static boolean ownerIsOpen(Handle handle, String owner) {
        return asked(handle, "owner", "owner", owner);
    }

    static boolean closed(Handle handle, long meeting) {
        return asked(handle, "closed", "meeting", meeting);
    }

    private static boolean asked(Handle handle, String question, String name, Object value) {
        return handle.createQuery(SQL.text(question))
                .bind(name, value)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static Review review(ResultSet row) throws SQLException {
        Instant at = StoredText.instant(row.getString("reviewed_at"));
        String by = row.getString("reviewed_by");
        String words = row.getString("words");
        String next = row.getString("review_on");
        return next == null ? new Review.Ended(at, by, words) : new Review.Stands(at, by, words, StoredText.day(next));
    }

    private static Decision decision(ResultSet row, List<Review> reviews) throws SQLException {
        long item = row.getLong("item");
        boolean about = !row.wasNull();
        return new Decision(
                "d" + row.getLong("number"),
                "m" + row.getLong("meeting"),
                about ? Optional.of("a" + item) : Optional.empty(),
                row.getString("words"),
                row.getString("reason"),
                row.getString("owner"),
                StoredText.day(row.getString("review_on")),
                StoredText.instant(row.getString("taken_at")),
                row.getString("taken_by"),
                reviews);
    }
}
