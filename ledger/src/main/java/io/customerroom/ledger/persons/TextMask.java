package io.customerroom.ledger.persons;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Hides what a person's own words say about how to reach or charge them: e-mail addresses, telephone, card and account numbers. */
public final class TextMask {

    private static final Pattern EMAIL = Pattern.compile("[\\p{L}0-9._%+-]{1,64}@[\\p{L}0-9.-]{1,190}\\.\\p{L}{2,24}");
    private static final Pattern ACCOUNT =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\\b");
    private static final Pattern DIGITS = Pattern.compile("\\+?\\(?\\d(?:[ ()/.-]{0,2}\\d){6,18}");

    private static final int SHORTEST_NAME = 3;

    private TextMask() {}

    /** The text with {@code [e-mail]}, {@code [account]} and {@code [number]} in their place. */
    public static String mask(String text) {
        String masked = EMAIL.matcher(text).replaceAll("[e-mail]");
        masked = ACCOUNT.matcher(masked).replaceAll("[account]");
        return DIGITS.matcher(masked).replaceAll("[number]");
    }

    /**
     * The same, and {@code [name]} where a name stands, or one of its words of three letters or more, however it is written. Whoever shares a name with a common
     * word loses that word: better a gap than a person.
     */
    public static String mask(String text, Collection<String> names) {
        String masked = mask(text);
        SortedSet<String> longestFirst = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (String name : names) {
            longestFirst.add(name.strip());
            longestFirst.addAll(List.of(name.strip().split("[^\\p{L}]+")));
        }
        for (String name : longestFirst) {
            if (name.codePointCount(0, name.length()) >= SHORTEST_NAME) {
                masked = Pattern.compile(
                                "(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(masked)
                        .replaceAll("[name]");
            }
        }
        return masked;
    }
}
