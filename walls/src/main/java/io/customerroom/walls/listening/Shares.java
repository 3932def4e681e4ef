package io.customerroom.walls.listening;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares of a whole. */
final class Shares {

    private Shares() {}

    /** In per cent with four digits after the point; null for a share of nothing. */
    static @Nullable String percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
