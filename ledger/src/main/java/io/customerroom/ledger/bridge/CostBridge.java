package io.customerroom.ledger.bridge;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one period's costs to serve and to communicate, and with them the contribution, come to under two definitions: {@code other − one =
 * what customers bear less + apart}.
 *
 * @param lines by kind and activity, those that differ first in money
 * @param one contribution of the customers whose cost of sales is known, in the reporting currency
 * @param apart what customers whose cost of sales is not known bear more under the other; it is in the lines and in no contribution
 * @param belowZeroOne customers whose contribution is below zero
 */
public record CostBridge(
        List<Line> lines, BigDecimal one, BigDecimal other, BigDecimal apart, long belowZeroOne, long belowZeroOther) {

    /**
     * @param kind {@code serve} or {@code communicate}
     * @param companyOne what stands with no customer
     */
    public record Line(
            String kind,
            String activity,
            BigDecimal one,
            BigDecimal other,
            BigDecimal companyOne,
            BigDecimal companyOther) {

        /** What customers bear more under the other. */
        public BigDecimal gap() {
            return other.subtract(one);
        }
    }

    public CostBridge {
        lines = List.copyOf(lines);
        BigDecimal more = lines.stream().map(Line::gap).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (other.subtract(one).compareTo(apart.subtract(more)) != 0) {
            throw new IllegalArgumentException("the bridge of costs does not add up");
        }
    }

    /** Whether the two put any cost elsewhere. */
    public boolean moved() {
        return lines.stream()
                .anyMatch(
                        line -> line.gap().signum() != 0 || line.companyOther().compareTo(line.companyOne()) != 0);
    }

    public BigDecimal gap() {
        return other.subtract(one);
    }

    /** What customers bear by the first, all activities together. */
    public BigDecimal borneOne() {
        return lines.stream().map(Line::one).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal borneOther() {
        return lines.stream().map(Line::other).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
