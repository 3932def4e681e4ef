package io.customerroom.walls.listening;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.listening.IssueClock.Face;
import io.customerroom.walls.listening.IssueClocks.Clocked;
import io.customerroom.walls.reading.PeriodWords;

/** A clock in words. Each state has a shape of its own, so that it is told apart without colour. */
final class ClockWords {

    private final CompanyCalendar calendar;

    ClockWords(CompanyCalendar calendar) {
        this.calendar = calendar;
    }

    /** Shape and word: {@code ● runs}. */
    static String state(Face face) {
        return switch (face) {
            case Face.Running running -> running.calm() > 0 ? "◐ runs, calmer" : "● runs";
            case Face.Stopped stopped -> "○ stopped";
            case Face.Fresh fresh -> "◌ just set";
        };
    }

    /** {@code for 4 months, since July 2026}. */
    String howLong(Face face) {
        return switch (face) {
            case Face.Running running ->
                "for %s, since %s%s"
                        .formatted(
                                Numbers.counted(running.months(), "month"),
                                month(running.since()),
                                running.unknown() == 0
                                        ? ""
                                        : "; nothing is known of %s".formatted(Numbers.whole(running.unknown())));
            case Face.Stopped stopped ->
                "in %s, after %s%s"
                        .formatted(
                                month(stopped.in()),
                                Numbers.counted(stopped.after(), "month"),
                                switch (stopped.relapses()) {
                                    case 0 -> "";
                                    case 1 -> "; it had come back once";
                                    default -> "; it had come back %d times".formatted(stopped.relapses());
                                });
            case Face.Fresh fresh -> "no month has passed under the level yet";
        };
    }

    /** {@code 2 of 3}. */
    static String calm(Clocked clocked) {
        int asked = clocked.level().calm();
        return switch (clocked.face()) {
            case Face.Running running -> "%d of %d".formatted(running.calm(), asked);
            case Face.Stopped stopped -> "%d of %d".formatted(asked, asked);
            case Face.Fresh fresh -> "0 of %d".formatted(asked);
        };
    }

    /** The clock in one sentence: {@code The clock has been running for 4 months: 31 tickets in October 2026 against 10 promised}. */
    String sentence(Clocked clocked) {
        String against = "%s against at most %s %s"
                .formatted(volume(clocked), Numbers.whole(clocked.level().most()), source(clocked.level()));
        return switch (clocked.face()) {
            case Face.Running running ->
                "The clock has been running for %s: %s; %s calm months"
                        .formatted(Numbers.counted(running.months(), "month"), against, calm(clocked));
            case Face.Stopped stopped -> "The clock stopped %s: %s".formatted(howLong(stopped), against);
            case Face.Fresh fresh ->
                "The clock starts: at most %s a month %s"
                        .formatted(Numbers.whole(clocked.level().most()), source(clocked.level()));
        };
    }

    private String volume(Clocked clocked) {
        String month = PeriodWords.of(clocked.month());
        return clocked.volume().isPresent()
                ? "%s in %s".formatted(Numbers.counted(clocked.volume().getAsLong(), "ticket"), month)
                : "nothing known of " + month;
    }

    private static String source(IssueLevel level) {
        return level.promise().isPresent() ? "promised" : "aimed at";
    }

    private String month(String name) {
        return PeriodWords.of(calendar.parse(name));
    }
}
