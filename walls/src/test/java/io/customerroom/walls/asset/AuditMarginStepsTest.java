package io.customerroom.walls.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.customerroom.walls.asset.AuditMarginSteps.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AuditMarginStepsTest {

    @Test
    void customersComeFirstThenOrdersThenValueAndTheRateLast() {
        // 8 × 2 × 40 × 20 % = 128; 10 × 2 × 40 × 20 % = 160; 10 × 2.5 × 40 × 20 % = 200; × 41 = 205; × 25 % = 256.25
        assertThat(steps(side(8, 16, "640", "128"), side(10, 25, "1025", "256.25")))
                .isEqualTo("32.00 40.00 5.00 51.25");
    }

    @Test
    void thirdsLeaveNoRemainder() {
        assertThat(steps(side(3, 3, "100", "10"), side(1, 2, "50", "7.005"))).isEqualTo("-6.67 3.34 -1.67 2.005");
    }

    @Test
    void withoutCustomersBeforeAllIsCustomers() {
        assertThat(steps(side(0, 0, "0", "0"), side(2, 3, "30", "9"))).isEqualTo("9 0 0 0");
        assertThat(steps(side(2, 3, "30", "9"), side(0, 0, "0", "0"))).isEqualTo("-9.00 0.00 0.00 0.00");
    }

    @Test
    void stepsThatDoNotLeadThereAreRefused() {
        BigDecimal none = BigDecimal.ZERO;
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AuditMarginSteps(side(1, 1, "10", "1"), side(1, 1, "10", "2"), none, none, none, none))
                .withMessage("the steps must lead from 1 to 2, but lead to 1");
    }

    private static Side side(long customers, long orders, String ordered, String margin) {
        return new Side(customers, orders, new BigDecimal(ordered), new BigDecimal(margin));
    }

    private static String steps(Side before, Side now) {
        AuditMarginSteps steps = AuditMarginSteps.between(before, now, 2);
        return "%s %s %s %s".formatted(steps.customers(), steps.orders(), steps.value(), steps.rate());
    }
}
