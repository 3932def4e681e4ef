package io.customerroom.web.charts;

import io.customerroom.walls.exhibit.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes large values in thousands or millions, so that labels stay short; the axis says so. All labels of a picture have the same digits after the point: as many as
 * its largest value needs to be read to three or four places, and none where there is nothing after the point.
 */
record Scale(Size size, int digits) {

    private enum Size {
        ONE("", 0),
        THOUSAND("thousand ", 3),
        MILLION("million ", 6);

        private final String word;
        private final int power;

        Size(String word, int power) {
            this.word = word;
            this.power = power;
        }

        static Size of(BigDecimal largest) {
            if (largest.compareTo(BigDecimal.valueOf(10_000_000)) >= 0) {
                return MILLION;
            }
            return largest.compareTo(BigDecimal.valueOf(100_000)) >= 0 ? THOUSAND : ONE;
        }
    }

    static Scale of(List<? extends @Nullable BigDecimal> values) {
        List<BigDecimal> known =
                values.stream().filter(Objects::nonNull).map(BigDecimal::abs).toList();
        BigDecimal largest = known.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        Size size = Size.of(largest);
        return new Scale(size, digits(size, largest, known));
    }

    private static int digits(Size size, BigDecimal largest, List<BigDecimal> known) {
        boolean whole = known.stream()
                .map(value -> value.movePointLeft(size.power).stripTrailingZeros())
                .allMatch(value -> value.scale() <= 0);
        if (whole) {
            return 0;
        }
        if (size != Size.ONE) {
            return 1;
        }
        if (largest.compareTo(BigDecimal.valueOf(1_000)) >= 0) {
            return 0;
        }
        return largest.compareTo(BigDecimal.TEN) >= 0 ? 1 : 2;
    }

    String unit(String unit) {
        return size.word + unit;
    }

    @Nullable
    BigDecimal drawn(@Nullable BigDecimal value) {
        return value == null ? null : value.movePointLeft(size.power).round(new MathContext(9));
    }

    /** With as many digits as the picture has; a value too small for them shows its first one, and never a zero it is not. */
    String label(BigDecimal value) {
        BigDecimal scaled = value.movePointLeft(size.power);
        if (scaled.signum() == 0) {
            return "0";
        }
        return scaled.setScale(digits, RoundingMode.HALF_UP).signum() == 0
                ? Numbers.plain(scaled, scaled.scale() - scaled.precision() + 1)
                : Numbers.fixed(scaled, digits);
    }
}
