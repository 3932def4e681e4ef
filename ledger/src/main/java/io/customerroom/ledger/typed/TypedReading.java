package io.customerroom.ledger.typed;

import io.customerroom.kernel.Failure;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What somebody read off and typed.
 *
 * @param day the company's day of the reading
 * @param value in the unit of the measure, at most twelve digits before and six after the point
 * @param n what the value rests on, at least 1
 */
public record TypedReading(LocalDate day, BigDecimal value, long n) {

    private static final int DIGITS = 12;
    private static final int DECIMALS = 6;

    public TypedReading {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > DECIMALS || plain.precision() - plain.scale() > DIGITS) {
            throw Failure.yours(
                    "READING_MALFORMED",
                    "%s has too many digits.".formatted(value.toPlainString()),
                    "Use at most %d digits before the point and %d after it.".formatted(DIGITS, DECIMALS));
        }
        if (n < 1) {
            throw Failure.yours(
                    "READING_MALFORMED",
                    "n is %d, so nothing was read.".formatted(n),
                    "n is what the value rests on: 1 or more.");
        }
    }
}
