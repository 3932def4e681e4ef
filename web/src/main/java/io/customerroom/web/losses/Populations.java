package io.customerroom.web.losses;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.ledger.persons.CallBook;
import io.customerroom.room.losses.LossReviews;
import io.customerroom.room.losses.Population;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.customers.LedgerRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks up whom a draw is made from: who left in a month and is still away, who must not be called today, who was drawn before. */
public final class Populations {

    private static final String METRIC = "save-count";

    private Populations() {}

    /**
     * Refused: a month that is not over.
     *
     * @param month the view of the month, in the ledger named
     * @param now by when who must not be called is known: later than the ledger may be
     */
    public static Population of(
            LedgerRows ledger,
            CallBook book,
            LossReviews reviews,
            WallQuery month,
            Instant now,
            String build,
            String definitions) {
        LocalDate since = month.clocks().through();
        if (month.period().endsOn().isAfter(since.plusDays(1))) {
            throw Failure.yours(
                    "MONTH_NOT_OVER",
                    "%s is not over in the ledger.".formatted(PeriodWords.of(month.period())),
                    "Draw from a month that is over, or import what happened and build.");
        }
        Rows rows = ledger.behind(METRIC, month, Map.of("since", since.toString()), RowScope.everything(), 0)
                .rows();
        List<Population.Leaver> leavers = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            leavers.add(new Population.Leaver(
                    new CustomerId((Long) Objects.requireNonNull(row.get(rows.indexOf("customer")))),
                    row.get(rows.indexOf("value")) instanceof BigDecimal value
                            ? value.stripTrailingZeros()
                            : BigDecimal.ZERO,
                    LocalDate.parse(String.valueOf(row.get(rows.indexOf("lost_on"))))));
        }
        Clocks today = new Clocks(since, now);
        Set<CustomerId> before =
                new HashSet<>(book.today(reviews.everDrawn(), today).values());
        Set<CustomerId> here = leavers.stream().map(Population.Leaver::customer).collect(Collectors.toSet());
        Set<CustomerId> barred = new HashSet<>(book.doNotCall(today));
        before.retainAll(here);
        barred.retainAll(here);
        return new Population(month.period(), since, build, month.clocks(), definitions, leavers, barred, before);
    }
}
