package io.customerroom.ledger.goals;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What another system says a figure of ours is: the CRM, billing, finance.
 *
 * @param period by its name in the company's calendar
 * @param count in customers, or in the reporting currency
 * @param reason why it differs from ours, as far as known; may be empty
 * @param owner who answers for the difference; may be empty
 * @param by who entered it
 */
public record OtherCount(
        String system,
        Aimed figure,
        String period,
        BigDecimal count,
        String reason,
        String owner,
        String by,
        Instant at) {

    /** Ours − theirs: never hidden, whatever its sign. */
    public BigDecimal residual(BigDecimal ours) {
        return ours.subtract(count);
    }
}
