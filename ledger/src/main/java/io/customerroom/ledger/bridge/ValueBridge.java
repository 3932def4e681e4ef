package io.customerroom.ledger.bridge;

import java.math.BigDecimal;

/**
 * The value of the active customers at a period's end under two definitions, in money: {@code other − one = differently + onlyOther −
 * onlyOne}.
 *
 * @param differently what customers active under both are worth more under the other
 * @param onlyOne the value of those active under the first alone
 * @param onlyOther the value of those active under the other alone
 */
public record ValueBridge(
        BigDecimal one, BigDecimal other, BigDecimal differently, BigDecimal onlyOne, BigDecimal onlyOther) {

    public ValueBridge {
        if (other.subtract(one).compareTo(differently.add(onlyOther).subtract(onlyOne)) != 0) {
            throw new IllegalArgumentException("the bridge of value does not add up");
        }
    }

    public BigDecimal gap() {
        return other.subtract(one);
    }
}
