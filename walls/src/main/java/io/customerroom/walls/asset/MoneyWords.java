package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Amounts in a sentence: GBP 950, GBP 120 thousand, GBP 1.24 million. The exact amount stands in the table. */
final class MoneyWords {

    private MoneyWords() {}

    static String of(BigDecimal amount, Currency currency) {
        BigDecimal size = amount.abs();
        String code = currency.getCurrencyCode() + " ";
        if (size.compareTo(BigDecimal.valueOf(1_000_000)) >= 0) {
            return code + Numbers.plain(amount.movePointLeft(6), 2) + " million";
        }
        if (size.compareTo(BigDecimal.valueOf(10_000)) >= 0) {
            return code + Numbers.plain(amount.movePointLeft(3), 0) + " thousand";
        }
        return code + Numbers.plain(amount, 0);
    }

    /** A column of amounts, with the digits of the currency. */
    static Column column(String name, String label, Currency currency) {
        return Column.amount(name, label, digits(currency)).in(currency.getCurrencyCode());
    }

    /** Rounded in this order so that they add up to the rounded whole: each is what it adds to the rounded sum of those before it. */
    static List<BigDecimal> added(List<Double> parts, Currency currency) {
        List<BigDecimal> rounded = new ArrayList<>();
        double sum = 0;
        BigDecimal before = BigDecimal.ZERO.setScale(digits(currency));
        for (double part : parts) {
            sum += part;
            BigDecimal now = BigDecimal.valueOf(sum).setScale(digits(currency), RoundingMode.HALF_UP);
            rounded.add(now.subtract(before));
            before = now;
        }
        return rounded;
    }

    static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
