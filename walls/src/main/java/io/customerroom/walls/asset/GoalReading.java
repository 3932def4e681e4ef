package io.customerroom.walls.asset;

import io.customerroom.ledger.goals.Goal;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Mark;
import io.customerroom.walls.exhibit.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * A goal beside the figure it aims at.
 *
 * @param level aimed at
 * @param value so far
 * @param gone days of the goal's period that the value covers
 * @param days of the goal's period
 * @param periodInWords of the goal
 */
record GoalReading(
        Goal goal, BigDecimal level, BigDecimal value, long gone, long days, String periodInWords, Currency currency) {

    /** How a goal stands. {@code BEHIND} and {@code ON_PACE} are said of periods that run. */
    enum State {
        REACHED("reached"),
        MISSED("missed"),
        ON_PACE("on pace"),
        BEHIND("behind");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    boolean running() {
        return gone < days;
    }

    /** Value − level. */
    BigDecimal difference() {
        return value.subtract(level);
    }

    /**
     * What a steady pace would have brought by now: level × days gone ÷ days. Figures that do not add up over time, and goals below zero, are
     * held against the whole goal.
     */
    BigDecimal expected() {
        boolean steady = running() && goal.figure().addsUp() && level.signum() > 0;
        return steady
                ? level.multiply(BigDecimal.valueOf(gone))
                        .divide(BigDecimal.valueOf(days), MathContext.DECIMAL64)
                        .setScale(4, RoundingMode.HALF_UP)
                : level;
    }

    State state() {
        if (!running()) {
            return goal.missedBy(value) ? State.MISSED : State.REACHED;
        }
        boolean behind = goal.figure().more() ? value.compareTo(expected()) < 0 : value.compareTo(expected()) > 0;
        return behind ? State.BEHIND : State.ON_PACE;
    }

    /** Beside a large figure: "Goal 200 for October 2026: missed by 26". */
    Figure.Aim aim() {
        String missed = state() == State.MISSED ? " by " + amount(difference().abs()) : "";
        String pace = running()
                ? ", %s of it with %s %% of the time gone".formatted(amount(value), Numbers.whole(share(gone, days)))
                : "";
        return new Figure.Aim(
                "Goal %s for %s: %s%s%s".formatted(amount(level), periodInWords, state().words(), missed, pace),
                state() == State.MISSED || state() == State.BEHIND ? Mark.CONCERNING : Mark.NONE);
    }

    static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }

    private String amount(BigDecimal number) {
        return goal.figure().money() ? MoneyWords.of(number, currency) : Numbers.plain(number, 2);
    }
}
