package io.customerroom.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.testkit.company.GoldenCompany;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The golden company worked out with pencil and paper, for a lapse of 90 days: a purchase on a day is booked as lost 91 days later. */
class GoldenCompanyByHandTest {

    private final Oracle oracle = new Oracle(GoldenCompany.company(), Rules.lapse(90), GoldenCompany.LAST_DAY);

    @Test
    void monthsCountEveryBookingOnItsDay() {
        assertThat(flows("month")).isEqualTo(WorkedByHand.MONTHS);
    }

    @Test
    void coarserPeriodsCompareTheirEnds() {
        assertThat(flows("quarter") + flows("year") + flows("fiscal-year")).isEqualTo(WorkedByHand.COARSER);
    }

    @Test
    void whatHappenedAndWasUndoneInsideAPeriodStandsBesideIt() {
        assertThat(oracle.customerMath("quarter").stream()
                        .map(row -> "%s %d %d %d\n"
                                .formatted(row.period(), row.gainedInside(), row.regainedInside(), row.lostInside()))
                        .collect(Collectors.joining()))
                .isEqualTo(WorkedByHand.INSIDE_QUARTERS);
    }

    @Test
    void recurringIsWhatContractsInForceAtTheEndBringPerMonth() {
        assertThat(oracle.periods("month").stream()
                        .map(span -> span.name() + " " + recurring(span.name()) + "\n")
                        .collect(Collectors.joining()))
                .isEqualTo(WorkedByHand.RECURRING);
    }

    private String flows(String grain) {
        return oracle.customerMath(grain).stream().map(row -> row + "\n").collect(Collectors.joining());
    }

    private String recurring(String period) {
        return oracle.customerPeriods("month").stream()
                .filter(row -> row.period().equals(period))
                .map(CustomerPeriod::recurring)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(10)
                .toPlainString();
    }
}
