package io.customerroom.room.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

    /** Thursdays: 4 June is the first, 30 July the fifth, which August does not have. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            monthly   | 2026-06-04 | 2026-07-02
            monthly   | 2026-07-30 | 2026-08-27
            monthly   | 2026-12-03 | 2027-01-07
            quarterly | 2026-06-04 | 2026-09-03
            yearly    | 2026-06-04 | 2027-06-03
            """)
    void theNextMeetingIsOnTheSameWeekdayOfItsMonth(String cadence, LocalDate day, LocalDate next) {
        assertThat(Cadence.of(cadence).next(day)).contains(next);
    }

    @Test
    void aMeetingHeldOnceHasNoNext() {
        assertThat(Cadence.ONCE.next(LocalDate.of(2026, 6, 4))).isEmpty();
    }
}
