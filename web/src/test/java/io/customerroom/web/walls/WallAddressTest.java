package io.customerroom.web.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Period;
import io.customerroom.walls.reading.Cohorts;
import io.customerroom.walls.reading.WallQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WallAddressTest {

    private static final CompanyCalendar CALENDAR = CompanyCalendar.utc();
    private static final Clocks CLOCKS = new Clocks(LocalDate.of(2026, 10, 31), Instant.parse("2026-11-04T08:00:00Z"));

    @Test
    void chosenCohortsStandInTheAddress() {
        WallQuery query = read(Map.of("period", "2026-10", "cohort", "2025-Q2", "beside", "2026-Q1"));
        assertThat(query.cohorts()).isEqualTo(new Cohorts(period("2025-Q2"), period("2026-Q1")));
        assertThat(WallAddress.chapter(1, "audit", query))
                .isEqualTo("/walls/1/audit?period=2026-10&cohort=2025-Q2&beside=2026-Q1");
    }

    @Test
    void aCohortOfAnotherGrainIsTheOneThatHoldsItsFirstDay() {
        assertThat(read(Map.of("period", "2025", "cohort", "2024-Q3")).cohorts().one())
                .isEqualTo(period("2024"));
        assertThat(read(Map.of("period", "2026-10", "cohort", "2024-08"))
                        .cohorts()
                        .one())
                .isEqualTo(period("2024-Q3"));
    }

    @Test
    void nothingChosenIsTheUsualView() {
        assertThat(read(Map.of("period", "2026-10", "cohort", "", "beside", " "))
                        .cohorts())
                .isEqualTo(Cohorts.USUAL);
    }

    @Test
    void whatIsNoCohortIsRefused() {
        assertThatThrownBy(() -> read(Map.of("cohort", "<script>"))).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> read(Map.of("beside", "2027-Q1")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("begins after 2026-10-31");
    }

    private static Optional<Period> period(String name) {
        return Optional.of(CALENDAR.parse(name));
    }

    private static WallQuery read(Map<String, String> parameters) {
        return WallAddress.read(parameters, CALENDAR, CLOCKS);
    }
}
