package io.customerroom.ledger.bridge;

import java.math.BigDecimal;
import java.util.List;

/**
 * How the contracts of one period moved by two versions of the rule, in money per month and in customers. By either version the opening and the
 * movements add up to the closing, and each movement's gap is explained without remainder.
 *
 * @param one id of the first version: {@code contracts@1}
 * @param period its name
 * @param opening before the first day
 * @param movements those of {@link #MOVEMENTS}
 */
public record ContractBridge(
        String one, String other, String period, Level opening, List<Movement> movements, Level closing) {

    /** The movements there is a bridge for, in their order. */
    public static final List<String> MOVEMENTS =
            List.of("new", "reactivation", "resumption", "expansion", "contraction", "pause", "churn");

    /** Customers under contract at one moment, and what they pay a month, by both versions. */
    public record Level(long one, long other, BigDecimal moneyOne, BigDecimal moneyOther) {

        public BigDecimal gap() {
            return moneyOther.subtract(moneyOne);
        }
    }

    /**
     * One movement by both versions. Money carries its sign: what is lost is negative.
     *
     * @param both customers who moved so by both
     * @param differently what those moved by more by the other version
     * @param onlyOne money of the customers who moved so by the first version alone
     * @param onlyOther money of those who moved so by the other alone
     */
    public record Movement(
            String name,
            long one,
            long other,
            long both,
            BigDecimal moneyOne,
            BigDecimal moneyOther,
            BigDecimal differently,
            BigDecimal onlyOne,
            BigDecimal onlyOther) {

        public Movement {
            if (both > one
                    || both > other
                    || moneyOther
                                    .subtract(moneyOne)
                                    .compareTo(differently.add(onlyOther).subtract(onlyOne))
                            != 0) {
                throw new IllegalArgumentException("the bridge of " + name + " does not add up");
            }
        }

        public BigDecimal gap() {
            return moneyOther.subtract(moneyOne);
        }
    }

    public ContractBridge {
        movements = List.copyOf(movements);
        requireClosing(
                opening.moneyOne(), movements.stream().map(Movement::moneyOne).toList(), closing.moneyOne());
        requireClosing(
                opening.moneyOther(),
                movements.stream().map(Movement::moneyOther).toList(),
                closing.moneyOther());
    }

    private static void requireClosing(BigDecimal opening, List<BigDecimal> moved, BigDecimal closing) {
        BigDecimal led = moved.stream().reduce(opening, BigDecimal::add);
        if (led.compareTo(closing) != 0) {
            throw new IllegalArgumentException("opening %s and movements lead to %s and not to the closing %s"
                    .formatted(opening.toPlainString(), led.toPlainString(), closing.toPlainString()));
        }
    }
}
