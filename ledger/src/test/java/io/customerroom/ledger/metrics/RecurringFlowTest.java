package io.customerroom.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RecurringFlowTest {

    private static RecurringFlow flow(
            long opening, long gained, long expansion, long contraction, long churn, long back) {
        return new RecurringFlow(
                BigDecimal.valueOf(opening),
                BigDecimal.valueOf(gained),
                BigDecimal.valueOf(expansion),
                BigDecimal.valueOf(contraction),
                BigDecimal.valueOf(churn),
                BigDecimal.valueOf(back),
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    @Test
    void V2_grossChurnIs20AndNetChurn10Percent() {
        RecurringFlow flow = flow(100, 0, 10, 10, 10, 0);

        assertThat(flow.grossChurn().text()).isEqualTo("0.2000000000");
        assertThat(flow.netChurn().text()).isEqualTo("0.1000000000");
        assertThat(flow.closing()).isEqualByComparingTo("90");
    }

    @Test
    void V6_withNothingGoneTheQuickRatioIsUndefined() {
        assertThat(flow(100, 20, 10, 0, 0, 0).quickRatio().text()).isEqualTo("undefined");
        assertThat(flow(100, 20, 10, 5, 10, 0).quickRatio().text()).isEqualTo("2.0000000000");
        assertThat(flow(0, 20, 0, 0, 0, 0).grossChurn().text()).isEqualTo("undefined");
    }

    @Test
    void everyMovementHasItsSign() {
        assertThat(flow(100, 1, 20, 300, 4000, 50000).closing()).isEqualByComparingTo("45821");
        assertThat(flow(100, 0, 30, 10, 5, 0).netChurn().text()).isEqualTo("-0.1500000000");
    }
}
