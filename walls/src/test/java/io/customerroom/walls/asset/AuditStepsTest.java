package io.customerroom.walls.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AuditStepsTest {

    @Test
    void customersComeFirstThenOrdersThenValueAndReturnsStandApart() {
        // 8 × 2 × 40 = 640; 10 × 2 × 40 = 800; 10 × 2.5 × 40 = 1,000; 10 × 2.5 × 41 = 1,025
        assertThat(steps(side(8, 16, "640", "630"), side(10, 25, "1025", "1005")))
                .isEqualTo("160 200 25 -10");
    }

    @Test
    void thirdsLeaveNoRemainder() {
        // 100 / 3 = 33.33…: the levels between are rounded to the cent, the last is exact
        assertThat(steps(side(3, 3, "100", "100"), side(1, 2, "50.005", "50.005")))
                .isEqualTo("-66.67 33.34 -16.665 0");
    }

    @Test
    void withoutCustomersBeforeAllIsCustomersAndWithoutCustomersNowToo() {
        assertThat(steps(side(0, 0, "0", "0"), side(2, 3, "30", "30"))).isEqualTo("30 0 0 0");
        assertThat(steps(side(2, 3, "30", "30"), side(0, 0, "0", "-5"))).isEqualTo("-30 0 0 -5");
    }

    @Test
    void stepsThatLeadElsewhereAreRefused() {
        BigDecimal one = BigDecimal.ONE;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuditSteps(side(1, 1, "1", "1"), side(1, 1, "3", "3"), one, one, one, one))
                .withMessage("the steps must lead from 1 to 3, but lead to 5");
    }

    private static String steps(AuditSteps.Side before, AuditSteps.Side now) {
        AuditSteps steps = AuditSteps.between(before, now, 2);
        return "%s %s %s %s"
                .formatted(
                        Contribution.exact(steps.customers()),
                        Contribution.exact(steps.orders()),
                        Contribution.exact(steps.value()),
                        Contribution.exact(steps.withoutOrder()));
    }

    private static AuditSteps.Side side(long customers, long orders, String ordered, String revenue) {
        return new AuditSteps.Side(customers, orders, new BigDecimal(ordered), new BigDecimal(revenue));
    }
}
