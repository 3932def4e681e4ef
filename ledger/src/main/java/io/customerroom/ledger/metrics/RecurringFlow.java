package io.customerroom.ledger.metrics;

import io.customerroom.statistics.Ratio;
import java.math.BigDecimal;

/**
 * How recurring value moved in one period, and the rates read from it. All amounts are per month and not negative.
 *
 * @param resumption of those who had stood apart, and of those who paid after all, where the definition does not call it a reactivation
 * @param pause of those who stand apart: neither here nor lost
 */
public record RecurringFlow(
        BigDecimal opening,
        BigDecimal gained,
        BigDecimal expansion,
        BigDecimal contraction,
        BigDecimal churn,
        BigDecimal reactivation,
        BigDecimal resumption,
        BigDecimal pause) {

    /** opening + gained + expansion + reactivation + resumption − contraction − churn − pause. */
    public BigDecimal closing() {
        return opening.add(gained)
                .add(expansion)
                .add(reactivation)
                .add(resumption)
                .subtract(contraction)
                .subtract(churn)
                .subtract(pause);
    }

    /** What was given up, over the opening. */
    public Ratio grossChurn() {
        return Ratio.of(contraction.add(churn), opening);
    }

    /** What was given up less what the remaining customers added, over the opening; negative when they added more. */
    public Ratio netChurn() {
        return Ratio.of(contraction.add(churn).subtract(expansion), opening);
    }

    /** What came in over what went out. */
    public Ratio quickRatio() {
        return Ratio.of(gained.add(expansion), contraction.add(churn));
    }
}
