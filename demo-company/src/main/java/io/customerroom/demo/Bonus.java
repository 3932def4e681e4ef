package io.customerroom.demo;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The end of the card's bonus for one segment: most of those who had a card by then stay out of the shops for a month, and many of them for good. Drawn apart from
 * everything else, so that nobody else's purchases move.
 */
record Bonus(Plan plan) {

    private static final double STAYS_AWAY = 0.85;
    private static final double FOR_GOOD = 0.4;

    /** What somebody does when it ends. */
    enum Answer {
        STAYS,
        SKIPS_THE_MONTH,
        GOES
    }

    Answer answer(Person person) {
        Draws draws = Draws.of(plan.settings().seed(), "bonus", person.number());
        boolean concerned = person.segment() == Plan.BONUS_SEGMENT
                && person.cardSince()
                        .filter(since -> since.isBefore(plan.bonusEnds()))
                        .isPresent();
        if (!concerned || !draws.chance(STAYS_AWAY)) {
            return Answer.STAYS;
        }
        return draws.chance(FOR_GOOD) ? Answer.GOES : Answer.SKIPS_THE_MONTH;
    }

    /** Whether somebody who answers like this buys nothing on that day. */
    boolean keepsOut(Answer answer, LocalDate day) {
        return switch (answer) {
            case STAYS -> false;
            case SKIPS_THE_MONTH -> YearMonth.from(day).equals(YearMonth.from(plan.bonusEnds()));
            case GOES -> !day.isBefore(plan.bonusEnds());
        };
    }
}
