package io.customerroom.room.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a password must be: long, and neither what everybody tries first nor put together from it. No rules about kinds of characters. */
public final class PasswordPolicy {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_WORD = 5;
    private static final Set<String> COMMON = common();

    private PasswordPolicy() {}

    /**
     * Everything that is wrong with it, in sentences; empty if it may be used.
     *
     * @param company whose name, and long words of it, must not stand in it; empty: none
     */
    public static List<String> objections(String accountName, String company, String password) {
        List<String> objections = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        String lower = password.toLowerCase(Locale.ROOT);
        if (length < SHORTEST) {
            objections.add("Use at least %d characters; this has %d.".formatted(SHORTEST, length));
        }
        if (length > LONGEST) {
            objections.add("Use at most %d characters.".formatted(LONGEST));
        }
        if (!accountName.isEmpty() && lower.contains(accountName.toLowerCase(Locale.ROOT))) {
            objections.add("Leave the account's name out of it.");
        }
        if (words(company).anyMatch(lower.replace(" ", "")::contains)) {
            objections.add("Leave the company's name out of it.");
        }
        if (COMMON.contains(lower)) {
            objections.add("This is one of the passwords everybody tries first.");
        }
        if (length > 0 && password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            objections.add("Use at least %d different characters.".formatted(FEWEST_DIFFERENT));
        }
        if (objections.isEmpty()) {
            Guesses.objection(password).ifPresent(objections::add);
        }
        return List.copyOf(objections);
    }

    /** {@code Harbour & Sons}: the name in one word, and {@code harbour}. */
    private static Stream<String> words(String company) {
        String lower = company.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(lower.replace(" ", "")), Arrays.stream(lower.split("[^\\p{L}\\p{N}]+")))
                .filter(word -> word.length() >= SHORTEST_WORD);
    }

    private static Set<String> common() {
        InputStream in = Objects.requireNonNull(
                PasswordPolicy.class.getResourceAsStream("common-passwords.txt"), "common-passwords.txt");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
