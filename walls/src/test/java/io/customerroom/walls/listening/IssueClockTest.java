package io.customerroom.walls.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.walls.listening.IssueClock.Face;
import io.customerroom.walls.listening.IssueClock.Face.Fresh;
import io.customerroom.walls.listening.IssueClock.Face.Running;
import io.customerroom.walls.listening.IssueClock.Face.Stopped;
import io.customerroom.walls.listening.IssueClock.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** At most twenty tickets a month were promised; three calm months in a row stop the clock. Months are m1, m2, … */
class IssueClockTest {

    @Test
    void V16_allTicketsClosedWhileNewOnesKeepComingDoesNotStopTheClock() {
        // Every ticket of every month was closed within the month; the clock is not even told.
        assertThat(after("149 151 148 150")).isEqualTo(new Running("m1", 4, 0, 0));
    }

    @Test
    void itStopsWithTheLastOfThreeCalmMonthsAndStays() {
        assertThat(after("149 20")).isEqualTo(new Running("m1", 2, 1, 0));
        assertThat(after("149 20 19")).isEqualTo(new Running("m1", 3, 2, 0));
        assertThat(after("149 20 19 0")).isEqualTo(new Stopped("m4", 4, 0));
        assertThat(after("149 20 19 0 5 20")).isEqualTo(new Stopped("m4", 4, 0));
    }

    @Test
    void oneMonthAboveTheLevelBreaksTheRun() {
        assertThat(after("149 20 19 21 20")).isEqualTo(new Running("m1", 5, 1, 0));
    }

    @Test
    void itStartsAnewWhenTheVolumeComesBackAndSaysHowOften() {
        assertThat(after("30 20 20 20 40")).isEqualTo(new Running("m5", 1, 0, 0));
        assertThat(after("30 20 20 20 40 1 1 1")).isEqualTo(new Stopped("m8", 4, 1));
    }

    @Test
    void aMonthThatIsNotOverMayBreakARunButNotEndOne() {
        assertThat(after("30 20 20 3…")).isEqualTo(new Running("m1", 3, 2, 0));
        assertThat(after("30 20 20 21…")).isEqualTo(new Running("m1", 4, 0, 0));
        assertThat(after("20 20 20 21…")).isEqualTo(new Running("m4", 1, 0, 0));
        assertThat(after("3…")).isEqualTo(new Fresh());
    }

    @Test
    void aSilentSourceStopsNoClockAndStartsNone() {
        assertThat(after("30 ? ? ? ?")).isEqualTo(new Running("m1", 5, 0, 4));
        assertThat(after("20 ? 20 ? 20")).isEqualTo(new Stopped("m5", 5, 0));
        assertThat(after("20 20 20 ? ?")).isEqualTo(new Stopped("m3", 3, 0));
    }

    @Test
    void eachMonthIsJudgedByTheLevelOfItsTime() {
        List<Month> months = new ArrayList<>(months("30 30 30"));
        months.add(new Month("m4", OptionalLong.of(30), level(30, 1), true));
        assertThat(IssueClock.after(months)).isEqualTo(new Stopped("m4", 4, 0));
        months.add(new Month("m5", OptionalLong.of(30), level(29, 1), true));
        assertThat(IssueClock.after(months)).isEqualTo(new Running("m5", 1, 0, 0));
    }

    @Test
    void impossibleLevelsAreRefused() {
        assertThatThrownBy(() -> level(-1, 1)).hasMessage("most must not be negative, but was -1");
        assertThatThrownBy(() -> level(1, 0)).hasMessage("calm must be from 1 to 12, but was 0");
    }

    private static Face after(String volumes) {
        return IssueClock.after(months(volumes));
    }

    /** "?" is a month of which nothing is known, "…" one that is not over. */
    private static List<Month> months(String volumes) {
        List<Month> months = new ArrayList<>();
        for (String volume : volumes.split(" ", -1)) {
            months.add(new Month(
                    "m" + (months.size() + 1),
                    volume.equals("?")
                            ? OptionalLong.empty()
                            : OptionalLong.of(Long.parseLong(volume.replace("…", ""))),
                    level(20, 3),
                    !volume.endsWith("…")));
        }
        return months;
    }

    private static IssueLevel level(long most, int calm) {
        return new IssueLevel(most, calm, "leo", Optional.empty(), Optional.empty());
    }
}
