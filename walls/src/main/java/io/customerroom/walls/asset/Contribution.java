package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.reading.Reading.Line;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * What customers leave us: revenue − cost of sales − cost to serve − cost to communicate. Refuses parts that do not add up to the last digit.
 *
 * @param customers whose cost is known
 */
record Contribution(
        long customers,
        BigDecimal revenue,
        BigDecimal costOfSales,
        BigDecimal costToServe,
        BigDecimal costToCommunicate,
        BigDecimal left) {

    static final Contribution NOTHING =
            new Contribution(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    Contribution {
        BigDecimal rest = revenue.subtract(costOfSales).subtract(costToServe).subtract(costToCommunicate);
        if (rest.compareTo(left) != 0) {
            throw new IllegalArgumentException(
                    "revenue %s less its costs %s, %s and %s is %s, but the contribution is %s"
                            .formatted(revenue, costOfSales, costToServe, costToCommunicate, rest, left));
        }
    }

    static Contribution of(Line line) {
        return new Contribution(
                line.count("customers"),
                amount(line, "revenue"),
                amount(line, "cost_of_sales"),
                amount(line, "cost_to_serve"),
                amount(line, "cost_to_communicate"),
                amount(line, "contribution"));
    }

    Contribution plus(Contribution other) {
        return new Contribution(
                customers + other.customers,
                revenue.add(other.revenue),
                costOfSales.add(other.costOfSales),
                costToServe.add(other.costToServe),
                costToCommunicate.add(other.costToCommunicate),
                left.add(other.left));
    }

    static Contribution total(List<Contribution> parts) {
        return parts.stream().reduce(NOTHING, Contribution::plus);
    }

    /** The columns in which {@link #values()} stand. */
    static List<Column> columns(Currency currency) {
        return List.of(
                Column.count("customers", "Customers"),
                MoneyWords.column("revenue", "Revenue", currency),
                MoneyWords.column("cost_of_sales", "− Cost of sales", currency),
                MoneyWords.column("cost_to_serve", "− Cost to serve", currency),
                MoneyWords.column("cost_to_communicate", "− Cost to communicate", currency),
                MoneyWords.column("contribution", "= Contribution", currency));
    }

    List<String> values() {
        return List.of(
                Long.toString(customers),
                exact(revenue),
                exact(costOfSales),
                exact(costToServe),
                exact(costToCommunicate),
                exact(left));
    }

    static String exact(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal amount(Line line, String column) {
        return line.number(column).orElse(BigDecimal.ZERO);
    }
}
