package io.customerroom.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Optional;

/** How values are spelt in the files. */
final class Cells {

    private Cells() {}

    /** {@code -12.50} */
    static String money(int cents) {
        return money(cents, '.');
    }

    /** {@code -12,50} */
    static String moneyWithComma(int cents) {
        return money(cents, ',');
    }

    /** {@code 2026-03-04 14:30} */
    static String time(LocalDateTime time) {
        return time.toLocalDate() + " " + time.toLocalTime().withSecond(0).withNano(0);
    }

    static String orEmpty(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    static BigDecimal oneDecimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }

    private static String money(int cents, char point) {
        int size = Math.abs(cents);
        int rest = size % 100;
        return (cents < 0 ? "-" : "") + size / 100 + point + (rest < 10 ? "0" : "") + rest;
    }
}
