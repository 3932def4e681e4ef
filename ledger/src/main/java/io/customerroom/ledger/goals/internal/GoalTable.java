package io.customerroom.ledger.goals.internal;

import io.customerroom.ledger.goals.Aimed;
import io.customerroom.ledger.goals.AlarmDecision;
import io.customerroom.ledger.goals.Goal;
import io.customerroom.ledger.goals.OtherCount;
import io.customerroom.state.SqlFile;
import io.customerroom.state.Writing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of goals and counts, which are only ever added to. Knows no rules. */
public final class GoalTable {

    private static final SqlFile SQL = SqlFile.beside(GoalTable.class);

    private GoalTable() {}

    /** In the order in which they were stated. */
    public static List<Goal> goals(Handle handle) {
        return handle.createQuery(SQL.text("goals"))
                .map((row, context) -> new Goal(
                        Aimed.of(row.getString("figure")),
                        row.getString("period"),
                        Optional.of(row.getString("segment")).filter(segment -> !segment.isEmpty()),
                        number(row.getString("level")),
                        row.getString("reason"),
                        row.getString("by"),
                        Instant.parse(row.getString("at"))))
                .list();
    }

    private static Optional<BigDecimal> number(@Nullable String text) {
        return Optional.ofNullable(text).map(BigDecimal::new);
    }

    public static List<OtherCount> counts(Handle handle) {
        return handle.createQuery(SQL.text("counts"))
                .map((row, context) -> new OtherCount(
                        row.getString("system"),
                        Aimed.of(row.getString("figure")),
                        row.getString("period"),
                        new BigDecimal(row.getString("count")),
                        row.getString("reason"),
                        row.getString("owner"),
                        row.getString("by"),
                        Instant.parse(row.getString("at"))))
                .list();
    }

    public static void add(
            Writing writing, Aimed figure, String period, Optional<String> segment, Optional<BigDecimal> level) {
        writing.handle()
                .createUpdate(SQL.text("add-goal"))
                .bind("figure", figure.id())
                .bind("period", period)
                .bind("segment", segment.orElse(""))
                .bind("level", level.map(BigDecimal::toPlainString).orElse(null))
                .bind("reason", writing.by().reason())
                .bind("by", writing.by().actor())
                .bind("at", writing.now())
                .execute();
    }

    public static void add(
            Writing writing, String system, Aimed figure, String period, BigDecimal count, String owner) {
        writing.handle()
                .createUpdate(SQL.text("add-count"))
                .bind("system", system)
                .bind("figure", figure.id())
                .bind("period", period)
                .bind("count", count.toPlainString())
                .bind("reason", writing.by().reason())
                .bind("owner", owner)
                .bind("by", writing.by().actor())
                .bind("at", writing.now())
                .execute();
    }

    /** In the order in which they were made. */
    public static List<AlarmDecision> decisions(Handle handle) {
        return handle.createQuery(SQL.text("decisions"))
                .map((row, context) -> new AlarmDecision(
                        Optional.of(row.getString("segment")).filter(segment -> !segment.isEmpty()),
                        row.getString("period"),
                        AlarmDecision.Kind.of(row.getString("kind")),
                        day(row.getString("until")),
                        row.getString("reason"),
                        row.getString("by"),
                        Instant.parse(row.getString("at"))))
                .list();
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        return Optional.ofNullable(text).map(LocalDate::parse);
    }

    public static void add(
            Writing writing,
            Optional<String> segment,
            String period,
            AlarmDecision.Kind kind,
            Optional<LocalDate> until) {
        writing.handle()
                .createUpdate(SQL.text("add-decision"))
                .bind("segment", segment.orElse(""))
                .bind("period", period)
                .bind("kind", kind.id())
                .bind("until", until.map(LocalDate::toString).orElse(null))
                .bind("reason", writing.by().reason())
                .bind("by", writing.by().actor())
                .bind("at", writing.now())
                .execute();
    }

    public static long version(Handle handle) {
        return handle.createQuery(SQL.text("version")).mapTo(Long.class).one();
    }
}
