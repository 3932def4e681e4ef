package io.customerroom.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Consumer;

/**
 * One site lies across the border: its tills ring up in koruna, by a rate that the bank states every Monday and that drifts with the years. A price is set in euro and
 * written as so many hellers; the rate is so small that whoever converts them back meets the same cents.
 */
record Abroad(Plan plan) {

    static final Site SITE = Site.ALTMUEHLE;
    static final String CURRENCY = "CZK";
    static final String HOME = "EUR";

    /** Euro for one koruna, in the first week and how much more in the last. */
    private static final double FIRST = 0.0393;

    private static final double RISE = 0.0018;
    private static final double NOISE = 0.0003;
    private static final int DIGITS = 5;

    /** One rate a week, from the Monday on or before the first day. */
    void tell(Consumer<Entry> to) {
        for (LocalDate day = monday(plan.firstDay()); !day.isAfter(plan.lastDay()); day = day.plusWeeks(1)) {
            to.accept(new Entry.Rated(CURRENCY, day, rate(day)));
        }
    }

    /** What tills of a site ring up. */
    static String currency(Site site) {
        return site == SITE ? CURRENCY : HOME;
    }

    /** Hellers for cents, by the rate of the week. */
    int hellers(int cents, LocalDate day) {
        return BigDecimal.valueOf(cents)
                .divide(rate(day), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /** In force from Monday to Sunday. */
    private BigDecimal rate(LocalDate day) {
        LocalDate first = monday(plan.firstDay());
        long week = ChronoUnit.WEEKS.between(first, monday(day));
        long weeks = ChronoUnit.WEEKS.between(first, plan.lastDay()) + 1;
        double noise =
                NOISE * (2 * Draws.of(plan.settings().seed(), "koruna", week).uniform() - 1);
        return BigDecimal.valueOf(FIRST + RISE * week / weeks + noise).setScale(DIGITS, RoundingMode.HALF_UP);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
