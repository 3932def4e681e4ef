package io.customerroom.web.charts;

import io.customerroom.walls.exhibit.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes large values in thousands or millions, so that labels stay short; the axis says so. */
enum Scale {
    ONE("", 0, 2),
    THOUSAND("thousand ", 3, 1),
    MILLION("million ", 6, 2);

    private final String word;
    private final int power;
    private final int mostDigits;

    Scale(String word, int power, int mostDigits) {
        this.word = word;
        this.power = power;
        this.mostDigits = mostDigits;
    }

    static Scale of(List<? extends @Nullable BigDecimal> values) {
        BigDecimal largest = values.stream()
                .filter(Objects::nonNull)
                .map(BigDecimal::abs)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        if (largest.compareTo(BigDecimal.valueOf(10_000_000)) >= 0) {
            return MILLION;
        }
        return largest.compareTo(BigDecimal.valueOf(100_000)) >= 0 ? THOUSAND : ONE;
    }

    String unit(String unit) {
        return word + unit;
    }

    @Nullable
    BigDecimal drawn(@Nullable BigDecimal value) {
        return value == null ? null : value.movePointLeft(power).round(new MathContext(9));
    }

    /** With as many digits as the scale has; a value too small for them shows its first one, and never a zero it is not. */
    String label(BigDecimal value) {
        BigDecimal scaled = value.movePointLeft(power);
        int first = scaled.scale() - scaled.precision() + 1;
        return Numbers.plain(scaled, scaled.signum() == 0 ? mostDigits : Math.max(mostDigits, first));
    }
}
