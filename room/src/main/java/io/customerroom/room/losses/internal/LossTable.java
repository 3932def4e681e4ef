package io.customerroom.room.losses.internal;

import io.customerroom.kernel.CustomerId;
import io.customerroom.room.losses.CallNote;
import io.customerroom.room.losses.Drawing;
import io.customerroom.room.losses.Drawing.Drawn;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import io.customerroom.walls.asset.LossBook.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of draws and calls. Knows no rules. */
final class LossTable {

    private static final SqlFile SQL = SqlFile.beside(LossTable.class);

    private LossTable() {}

    /** A note with the customer it is about. */
    record Noted(long number, CustomerId customer, CallNote note) {}

    /** Every draw, oldest first. */
    static List<Drawing> drawings(Handle handle) {
        Map<Long, List<Drawn>> drawn = new HashMap<>();
        handle.createQuery(SQL.text("drawn"))
                .map((row, context) -> Map.entry(
                        row.getLong("drawing"),
                        new Drawn(
                                row.getInt("place"),
                                row.getString("executive"),
                                new CustomerId(row.getLong("customer")),
                                new BigDecimal(row.getString("value")),
                                StoredText.day(row.getString("lost_on")),
                                row.getDouble("inclusion"))))
                .forEach(one -> drawn.computeIfAbsent(one.getKey(), number -> new ArrayList<>())
                        .add(one.getValue()));
        return handle.createQuery(SQL.text("drawings"))
                .map((row, context) -> new Drawing(
                        "d" + row.getLong("number"),
                        row.getString("month"),
                        StoredText.day(row.getString("since")),
                        row.getString("seed"),
                        row.getString("build"),
                        StoredText.day(row.getString("through")),
                        StoredText.instant(row.getString("known")),
                        row.getString("definitions"),
                        row.getString("population"),
                        row.getInt("leavers"),
                        row.getInt("barred"),
                        row.getInt("before"),
                        List.of(row.getString("executives").split(" ")),
                        row.getInt("each"),
                        drawn.getOrDefault(row.getLong("number"), List.of()),
                        StoredText.instant(row.getString("at")),
                        row.getString("by")))
                .list();
    }

    /** Keeps a draw; its id, author and moment are the transaction's. Answers its number. */
    static long draw(Writing writing, Drawing drawing) {
        long number = writing.handle()
                .createQuery(SQL.text("draw"))
                .bind("month", drawing.month())
                .bind("since", StoredText.of(drawing.since()))
                .bind("seed", drawing.seed())
                .bind("build", drawing.build())
                .bind("through", StoredText.of(drawing.through()))
                .bind("known", StoredText.of(drawing.known()))
                .bind("definitions", drawing.definitions())
                .bind("population", drawing.population())
                .bind("leavers", drawing.leavers())
                .bind("barred", drawing.barred())
                .bind("before", drawing.before())
                .bind("executives", String.join(" ", drawing.executives()))
                .bind("each", drawing.each())
                .bind("at", writing.now())
                .bind("by", writing.by().actor())
                .mapTo(Long.class)
                .one();
        for (Drawn one : drawing.drawn()) {
            writing.handle()
                    .createUpdate(SQL.text("deal"))
                    .bind("customer", one.customer().value())
                    .bind("drawing", number)
                    .bind("place", one.place())
                    .bind("executive", one.executive())
                    .bind("value", StoredText.of(one.value()))
                    .bind("lostOn", StoredText.of(one.lostOn()))
                    .bind("inclusion", one.inclusion())
                    .execute();
        }
        return number;
    }

    /** Every note, oldest first. */
    static List<Noted> calls(Handle handle) {
        return handle.createQuery(SQL.text("calls"))
                .map((row, context) -> {
                    int saved = row.getInt("saved");
                    Optional<Boolean> told = row.wasNull() ? Optional.empty() : Optional.of(saved == 1);
                    return new Noted(
                            row.getLong("number"),
                            new CustomerId(row.getLong("customer")),
                            new CallNote(
                                    Outcome.of(row.getString("outcome")),
                                    row.getString("notes"),
                                    row.getString("reason"),
                                    row.getString("issue"),
                                    told,
                                    row.getString("batch"),
                                    StoredText.instant(row.getString("at")),
                                    row.getString("by")));
                })
                .list();
    }

    static void carried(Writing writing, long call, String batch) {
        writing.handle()
                .createUpdate(SQL.text("fact"))
                .bind("call", call)
                .bind("batch", batch)
                .execute();
    }

    static void call(Writing writing, CustomerId customer, CallNote note) {
        writing.handle()
                .createUpdate(SQL.text("call"))
                .bind("customer", customer.value())
                .bind("outcome", note.outcome().id())
                .bind("notes", note.notes())
                .bind("reason", note.reason())
                .bind("issue", note.issue())
                .bind("saved", note.saved().map(saved -> saved ? 1 : 0).orElse(null))
                .bind("batch", note.batch())
                .bind("at", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }
}
