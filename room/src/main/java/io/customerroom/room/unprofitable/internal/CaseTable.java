package io.customerroom.room.unprofitable.internal;

import io.customerroom.kernel.CustomerId;
import io.customerroom.room.unprofitable.CustomerCase;
import io.customerroom.room.unprofitable.CustomerCase.Before;
import io.customerroom.room.unprofitable.CustomerCase.Kind;
import io.customerroom.room.unprofitable.CustomerCase.Step;
import io.customerroom.room.unprofitable.Treatment;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of cases and of their steps. Knows no rules. */
final class CaseTable {

    private static final SqlFile SQL = SqlFile.beside(CaseTable.class);

    private CaseTable() {}

    /** Newest first. */
    static List<CustomerCase> all(Handle handle) {
        Map<Long, List<Step>> steps = new HashMap<>();
        handle.createQuery(SQL.text("steps"))
                .map((row, context) -> Map.entry(row.getLong("number_of_case"), step(row)))
                .forEach(it -> steps.computeIfAbsent(it.getKey(), number -> new ArrayList<>())
                        .add(it.getValue()));
        return handle.createQuery(SQL.text("cases"))
                .map((row, context) -> customerCase(row, steps.getOrDefault(row.getLong("number"), List.of())))
                .list();
    }

    static long open(Writing writing, CustomerId customer, Before before) {
        return writing.handle()
                .createQuery(SQL.text("open"))
                .bind("customer", customer.value())
                .bind("contribution", before.contribution().toPlainString())
                .bind("months", before.months())
                .bind("through", before.through().toString())
                .bind("reason", writing.by().reason())
                .bind("at", StoredText.of(writing.now()))
                .bind("by", writing.by().actor())
                .mapTo(Long.class)
                .one();
    }

    static void happen(Writing writing, long number, String kind, @Nullable Long about, @Nullable LocalDate lookOn) {
        writing.handle()
                .createUpdate(SQL.text("happen"))
                .bind("case", number)
                .bind("kind", kind)
                .bind("about", about)
                .bind("look_on", lookOn == null ? null : lookOn.toString())
                .bind("words", writing.by().reason())
                .bind("at", StoredText.of(writing.now()))
                .bind("by", writing.by().actor())
                .execute();
    }

    private static CustomerCase customerCase(ResultSet row, List<Step> steps) throws SQLException {
        return new CustomerCase(
                "u" + row.getLong("number"),
                new CustomerId(row.getLong("customer")),
                new Before(
                        new BigDecimal(row.getString("contribution")),
                        row.getInt("months"),
                        LocalDate.parse(row.getString("through"))),
                row.getString("reason"),
                StoredText.instant(row.getString("opened_at")),
                row.getString("opened_by"),
                steps);
    }

    private static Step step(ResultSet row) throws SQLException {
        String word = row.getString("kind");
        Optional<Treatment> treatment =
                row.getString("look_on") == null ? Optional.empty() : Optional.of(Treatment.of(word));
        long about = row.getLong("about");
        return new Step(
                row.getLong("number"),
                treatment.isPresent() ? Kind.CHOSEN : Kind.valueOf(word.toUpperCase(Locale.ROOT)),
                treatment,
                about == 0 ? Optional.empty() : Optional.of(about),
                Optional.ofNullable(row.getString("look_on")).map(LocalDate::parse),
                row.getString("words"),
                StoredText.instant(row.getString("at")),
                row.getString("by"),
                row.getBoolean("taken_back"));
    }
}
