package io.customerroom.walls.listening;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.listening.IssueClocks.Clocked;
import io.customerroom.walls.reading.PeriodWords;
import java.util.List;
import java.util.Optional;

/**
 * One issue as its page shows it.
 *
 * @param clock empty where no level is in force at the end of the view's period
 * @param exhibits the volume first
 */
public record IssueView(String issue, IssueCare care, Optional<Clock> clock, List<Exhibit> exhibits) {

    public IssueView {
        exhibits = List.copyOf(exhibits);
    }

    /**
     * The face of its clock.
     *
     * @param state shape and word: {@code ● runs}
     * @param sentence what it says, with the volume and the level
     * @param due by when it was promised, in words; empty for a target
     * @param runs whether it runs
     */
    public record Clock(String state, String sentence, IssueLevel level, String due, boolean runs) {

        static Clock of(Clocked clocked, CompanyCalendar calendar) {
            return new Clock(
                    ClockWords.state(clocked.face()),
                    new ClockWords(calendar).sentence(clocked),
                    clocked.level(),
                    clocked.level().due().map(PeriodWords::day).orElse(""),
                    clocked.runs());
        }
    }
}
