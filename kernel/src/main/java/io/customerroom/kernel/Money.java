package io.customerroom.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in one currency. It rounds once, at the edge, where a person reads it: half up to the currency's digits.
 */
public record Money(BigDecimal amount, Currency currency) {

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.subtract(other.amount), currency);
    }

    /** The amount as it is shown: 166.666666… becomes 166.67. */
    public BigDecimal rounded() {
        return amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot join " + currency + " and " + other.currency);
        }
    }
}
