package io.customerroom.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** One amount over another. Over nothing there is no ratio: it is undefined, never infinite and never zero. */
public sealed interface Ratio {

    /** Digits after the point of a defined ratio; rounding for people happens later and once. */
    int SCALE = 10;

    static Ratio of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? new Undefined() : new Defined(part.divide(whole, SCALE, RoundingMode.HALF_UP));
    }

    static Ratio of(long part, long whole) {
        return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** The word for people and files: the number, or {@code undefined}. */
    String text();

    /** A ratio that exists. */
    record Defined(BigDecimal value) implements Ratio {

        /** In percent, rounded half up to the decimals asked for: 0.0933… becomes 9.33. */
        public BigDecimal percent(int decimals) {
            return value.movePointRight(2).setScale(decimals, RoundingMode.HALF_UP);
        }

        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    /** The denominator was zero. */
    record Undefined() implements Ratio {

        @Override
        public String text() {
            return "undefined";
        }
    }
}
