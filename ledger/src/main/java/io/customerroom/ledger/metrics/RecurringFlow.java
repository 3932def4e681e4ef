package io.customerroom.ledger.metrics;

import io.customerroom.statistics.Ratio;
import java.math.BigDecimal;

/** How recurring value moved in one period, and the rates read from it. All amounts are per month and not negative. */
public record RecurringFlow(
        BigDecimal opening,
        BigDecimal gained,
        BigDecimal expansion,
        BigDecimal contraction,
        BigDecimal churn,
        BigDecimal reactivation) {

    /** opening + gained + expansion − contraction − churn + reactivation. */
    public BigDecimal closing() {
        return opening.add(gained)
                .add(expansion)
                .add(reactivation)
                .subtract(contraction)
                .subtract(churn);
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
