package io.customerroom.ledger.persons;

import java.util.Collection;
import java.util.stream.Collectors;

/** An expression, as RE2 reads it, for what somebody is called in what others wrote. */
final class CalledBy {

    private static final int SHORTEST = 5;
    private static final int SHORTEST_NUMBER = 7;
    private static final int LONGEST = 200;
    private static final String EDGE = "[^\\p{L}\\p{N}]";

    private CalledBy() {}

    /**
     * In its second group, between what stands before and behind; empty where nothing tells them apart. A short word, a short number and a whole text
     * would find other things.
     */
    static String expression(Collection<String> words) {
        String any = words.stream()
                .map(String::strip)
                .filter(CalledBy::tellsApart)
                .map(CalledBy::quoted)
                .distinct()
                .sorted()
                .collect(Collectors.joining("|"));
        return any.isEmpty() ? "" : "(?i)(^|%s)(%s)($|%s)".formatted(EDGE, any, EDGE);
    }

    private static boolean tellsApart(String word) {
        long digits = word.chars().filter(Character::isDigit).count();
        boolean letters = word.codePoints().anyMatch(Character::isLetter);
        return word.length() <= LONGEST && (letters && word.length() >= SHORTEST || digits >= SHORTEST_NUMBER);
    }

    private static String quoted(String word) {
        StringBuilder quoted = new StringBuilder();
        word.codePoints().forEach(point -> {
            if (point < 128 && !Character.isLetterOrDigit(point)) {
                quoted.append('\\');
            }
            quoted.appendCodePoint(point);
        });
        return quoted.toString();
    }
}
