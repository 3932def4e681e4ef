package io.customerroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyCalendarTest {

    private static final CompanyCalendar CALENDAR = CompanyCalendar.utc();
    private static final CompanyCalendar JULY = startingIn(Month.JULY);

    @ParameterizedTest
    @CsvSource(textBlock = """
            month,          2024-02-29, 2024-02,    2024-02-01, 2024-03-01
            quarter,        2024-12-31, 2024-Q4,    2024-10-01, 2025-01-01
            year,           2024-01-01, 2024,       2024-01-01, 2025-01-01
            fiscal-quarter, 2024-06-30, FY2024-Q4,  2024-04-01, 2024-07-01
            fiscal-quarter, 2024-07-01, FY2025-Q1,  2024-07-01, 2024-10-01
            fiscal-year,    2024-06-30, FY2024,     2023-07-01, 2024-07-01
            fiscal-year,    2024-07-01, FY2025,     2024-07-01, 2025-07-01
            """)
    void everyDayLiesInOnePeriodOfEachGrain(String grain, LocalDate day, String name, LocalDate start, LocalDate end) {
        assertThat(JULY.periodOf(Grain.of(grain), day)).isEqualTo(new Period(Grain.of(grain), name, start, end));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1, 2026-01-31, FY2026-Q1, FY2026
            2, 2026-01-31, FY2026-Q4, FY2026
            4, 2026-03-31, FY2026-Q4, FY2026
            4, 2026-04-01, FY2027-Q1, FY2027
            12, 2026-12-01, FY2027-Q1, FY2027
            """)
    void aFiscalYearMayBeginInAnyMonthAndIsNamedAfterTheYearItEndsIn(
            int firstMonth, LocalDate day, String quarter, String year) {
        CompanyCalendar calendar = startingIn(Month.of(firstMonth));
        assertThat(calendar.periodOf(Grain.FISCAL_QUARTER, day)).hasToString(quarter);
        assertThat(calendar.periodOf(Grain.FISCAL_YEAR, day)).hasToString(year);
    }

    @Test
    void periodsFollowEachOtherWithoutGapOrOverlap() {
        for (Month first : Month.values()) {
            for (Grain grain : Grain.values()) {
                List<Period> periods =
                        startingIn(first).periods(grain, LocalDate.of(2023, 5, 17), LocalDate.of(2027, 2, 28));
                for (int i = 1; i < periods.size(); i++) {
                    assertThat(periods.get(i).startsOn())
                            .isEqualTo(periods.get(i - 1).endsOn());
                }
                assertThat(periods.getFirst().contains(LocalDate.of(2023, 5, 17)))
                        .isTrue();
                assertThat(periods.getLast().contains(LocalDate.of(2027, 2, 28)))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2024-01", "2024-02", "2024-12", "2024-Q3", "2024", "FY2024-Q2", "FY2024", "FY2027-Q4"})
    void aPeriodsNameReadsBackAsItself(String name) {
        for (Month first : Month.values()) {
            assertThat(startingIn(first).parse(name)).hasToString(name);
        }
    }

    @ParameterizedTest
    @CsvSource({"2024-13", "2024-00", "24-01", "2024-Q5", "FY2024-03", "march", "''"})
    void anythingElseIsRefusedWithWhatWouldBeAccepted(String name) {
        assertThatThrownBy(() -> CALENDAR.parse(name))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("'" + name + "'")
                .extracting(thrown -> ((Failure) thrown).nextStep())
                .isEqualTo("Write 2026-03, 2026-Q1, 2026, FY2026-Q1 or FY2026.");
    }

    @Test
    void thePeriodBeforeAndTheSameOneLastYear() {
        Period march = CALENDAR.parse("2024-03");
        assertThat(CALENDAR.previous(march)).hasToString("2024-02");
        assertThat(CALENDAR.sameLastYear(march)).hasToString("2023-03");
        assertThat(JULY.previous(JULY.parse("FY2025-Q1"))).hasToString("FY2024-Q4");
        assertThat(JULY.sameLastYear(JULY.parse("FY2025-Q1"))).hasToString("FY2024-Q1");
    }

    @Test
    void aPeriodIsPartialUntilItsLastDayIsReached() {
        Period december = CALENDAR.parse("2011-12");
        assertThat(december.partial(LocalDate.of(2011, 12, 9))).isTrue();
        assertThat(december.partial(LocalDate.of(2011, 12, 30))).isTrue();
        assertThat(december.partial(LocalDate.of(2011, 12, 31))).isFalse();
    }

    @Test
    void aPeriodHoldsItsFirstAndLastDayAndNoOther() {
        Period march = CALENDAR.parse("2024-03");
        assertThat(march.contains(LocalDate.of(2024, 2, 29))).isFalse();
        assertThat(march.contains(LocalDate.of(2024, 3, 1))).isTrue();
        assertThat(march.contains(LocalDate.of(2024, 3, 31))).isTrue();
        assertThat(march.contains(LocalDate.of(2024, 4, 1))).isFalse();
    }

    @Test
    void periodsStandInTheOrderOfTheirFirstDaysAndThenOfTheirLength() {
        assertThat(CALENDAR.parse("2023-12")).isLessThan(CALENDAR.parse("2024-01"));
        assertThat(CALENDAR.parse("2024-02")).isGreaterThan(CALENDAR.parse("2024-01"));
        assertThat(CALENDAR.parse("2024-01")).isLessThan(CALENDAR.parse("2024-Q1"));
        assertThat(CALENDAR.parse("2024")).isGreaterThan(CALENDAR.parse("2024-Q1"));
    }

    @Test
    void whoStatesNoCalendarCountsInUtcFromJanuary() {
        assertThat(CompanyCalendar.utc())
                .isEqualTo(new CompanyCalendar(ZoneId.of("UTC"), Month.JANUARY, DayOfWeek.MONDAY));
    }

    private static CompanyCalendar startingIn(Month month) {
        return new CompanyCalendar(ZoneId.of("Pacific/Chatham"), month, DayOfWeek.MONDAY);
    }
}
