package io.customerroom.demo;

/** Ids as the company's systems write them. */
final class Ids {

    private Ids() {}

    /** {@code K000123}: the number with zeros in front, at least {@code digits} long. */
    static String of(String prefix, long number, int digits) {
        String text = Long.toString(number);
        return prefix + "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** {@code B000123-004} */
    static String of(String prefix, long number, int digits, String joint, long part, int partDigits) {
        return of(of(prefix, number, digits) + joint, part, partDigits);
    }
}
