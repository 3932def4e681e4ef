package io.customerroom.room.meetings.internal;

import io.customerroom.kernel.Clocks;
import io.customerroom.room.evidence.ExhibitView;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.evidence.Uncertainty;
import io.customerroom.state.StoredText;
import io.customerroom.state.json.Json;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** A frozen reading as a row, and back. */
final class ReadingRow {

    private ReadingRow() {}

    static Update bind(Update update, FrozenReading frozen) {
        Reading reading = frozen.reading();
        return update.bind("exhibit", reading.exhibit())
                .bind("title", reading.title())
                .bind("wall", reading.wall())
                .bind("metric", reading.metric())
                .bind("period", reading.period())
                .bind("view", reading.view().toJson())
                .bind("uncertainty", reading.uncertainty().map(ReadingRow::json).orElse(null))
                .bind("through", reading.clocks().through())
                .bind("known", reading.clocks().known())
                .bind("definitions", reading.definitions())
                .bind("receipts", Json.write(reading.receipts()))
                .bind("question", reading.question())
                .bind("valuesHash", frozen.valuesHash())
                .bind("rowsHash", frozen.rowsHash());
    }

    static FrozenReading read(ResultSet row, StatementContext context) throws SQLException {
        Reading reading = new Reading(
                row.getString("exhibit"),
                row.getString("title"),
                row.getInt("wall"),
                row.getString("metric"),
                row.getString("period"),
                ExhibitView.fromJson(row.getString("view")),
                Optional.ofNullable(row.getString("uncertainty")).map(ReadingRow::uncertainty),
                new Clocks(StoredText.day(row.getString("through")), StoredText.instant(row.getString("known"))),
                row.getString("definitions"),
                receipts(row.getString("receipts")),
                row.getString("question"));
        return new FrozenReading(reading, row.getString("rows_hash"));
    }

    private static String json(Uncertainty it) {
        return Json.write(Map.of("low", it.low(), "high", it.high(), "level", it.level(), "n", it.n()));
    }

    private static Uncertainty uncertainty(String json) {
        Map<String, @Nullable Object> map = Json.readObject(json);
        return new Uncertainty(
                number(map, "low"),
                number(map, "high"),
                number(map, "level"),
                number(map, "n").longValueExact());
    }

    private static BigDecimal number(Map<String, @Nullable Object> map, String key) {
        return (BigDecimal) Objects.requireNonNull(map.get(key), key);
    }

    private static List<String> receipts(String json) {
        List<?> list = (List<?>) Objects.requireNonNull(Json.read(json), "receipts");
        return list.stream().map(String.class::cast).toList();
    }
}
