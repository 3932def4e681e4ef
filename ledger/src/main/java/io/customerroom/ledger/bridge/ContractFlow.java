package io.customerroom.ledger.bridge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The movements of contracts in one period by one version of the rule, or what they are more by another one. Money is per month and carries its sign: what
 * is lost is negative.
 *
 * @param figures opening, the {@link ContractBridge#MOVEMENTS} and closing, in this order
 */
public record ContractFlow(Map<String, Amount> figures) {

    /** What the figures are called, in their order. */
    public static final List<String> FIGURES = figureNames();

    /** Customers, and what they pay a month. */
    public record Amount(long customers, BigDecimal money) {

        /** Whether there is nothing. */
        public boolean none() {
            return customers == 0 && money.signum() == 0;
        }

        Amount plus(Amount more) {
            return new Amount(customers + more.customers, money.add(more.money));
        }

        Amount minus(Amount less) {
            return new Amount(customers - less.customers, money.subtract(less.money));
        }

        boolean same(Amount other) {
            return minus(other).none();
        }
    }

    public ContractFlow {
        if (!new TreeSet<>(FIGURES).equals(new TreeSet<>(figures.keySet()))) {
            throw new IllegalArgumentException(
                    "the figures must be %s, but were %s".formatted(FIGURES, figures.keySet()));
        }
        Map<String, Amount> ordered = new LinkedHashMap<>();
        for (String figure : FIGURES) {
            ordered.put(figure, Objects.requireNonNull(figures.get(figure)));
        }
        figures = Collections.unmodifiableMap(ordered);
        BigDecimal led = FIGURES.stream()
                .filter(figure -> !figure.equals("closing"))
                .map(figure -> of(figure, ordered).money())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (led.compareTo(of("closing", ordered).money()) != 0) {
            throw new IllegalArgumentException("opening and movements lead to %s and not to the closing %s"
                    .formatted(
                            led.toPlainString(), of("closing", ordered).money().toPlainString()));
        }
    }

    public Amount of(String figure) {
        return of(figure, figures);
    }

    /** What this is more than another. */
    public ContractFlow minus(ContractFlow less) {
        Map<String, Amount> more = new LinkedHashMap<>();
        figures.forEach((figure, amount) -> more.put(figure, amount.minus(less.of(figure))));
        return new ContractFlow(more);
    }

    ContractFlow plus(ContractFlow other) {
        Map<String, Amount> sum = new LinkedHashMap<>();
        figures.forEach((figure, amount) -> sum.put(figure, amount.plus(other.of(figure))));
        return new ContractFlow(sum);
    }

    boolean same(ContractFlow other) {
        return FIGURES.stream().allMatch(figure -> of(figure).same(other.of(figure)));
    }

    private static Amount of(String figure, Map<String, Amount> figures) {
        return Objects.requireNonNull(figures.get(figure), figure);
    }

    private static List<String> figureNames() {
        List<String> names = new ArrayList<>(List.of("opening"));
        names.addAll(ContractBridge.MOVEMENTS);
        names.add("closing");
        return List.copyOf(names);
    }
}
