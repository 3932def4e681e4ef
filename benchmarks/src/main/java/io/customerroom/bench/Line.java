package io.customerroom.bench;

import java.util.Locale;

/**
 * One line of the budget table.
 *
 * @param ours what the product took, with its unit
 * @param beside what it stands beside; empty where there is nothing
 * @param bound the budget in words
 */
record Line(String what, String ours, String beside, String measured, String bound, Verdict verdict) {

    enum Verdict {
        HELD,
        MISSED,
        /** Measured without a bound, or on too little data for its bound to mean anything. */
        TOLD
    }

    /** Both sides in CPU seconds, the bound on their ratio. */
    static Line ratio(String what, double ours, double beside, double bound) {
        double ratio = ours / beside;
        return new Line(
                what,
                seconds(ours),
                seconds(beside),
                String.format(Locale.ROOT, "%.2f ×", ratio),
                String.format(Locale.ROOT, "≤ %.2f ×", bound),
                ratio <= bound ? Verdict.HELD : Verdict.MISSED);
    }

    /** Resident size: half a gigabyte of heap, two of DuckDB, and what a JVM needs beside its heap. */
    static Line memory(String what, double megabytes) {
        return atMost(what, megabytes, 512 + 2048 + 350, "MB");
    }

    /** One value with a bound of its own. */
    static Line atMost(String what, double value, double bound, String unit) {
        String measured = String.format(Locale.ROOT, "%.0f %s", value, unit);
        return new Line(
                what,
                measured,
                "",
                measured,
                String.format(Locale.ROOT, "≤ %.0f %s", bound, unit),
                value <= bound ? Verdict.HELD : Verdict.MISSED);
    }

    /** CPU seconds with a bound of their own. */
    static Line seconds(String what, double value, double bound) {
        return new Line(
                what,
                seconds(value),
                "",
                seconds(value),
                String.format(Locale.ROOT, "≤ %.1f s", bound),
                value <= bound ? Verdict.HELD : Verdict.MISSED);
    }

    /** The same with what another took. */
    Line beside(double other) {
        return new Line(what, ours, seconds(other), measured, bound, verdict);
    }

    Line told() {
        return new Line(what, ours, beside, measured, bound, Verdict.TOLD);
    }

    static String seconds(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.3f s" : "%.2f s", value);
    }
}
