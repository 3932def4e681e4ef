package io.customerroom.room.people;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How many tries a password withstands by one who knows what people choose: thirty thousand passwords that became known, names, words, keys in a row, repetitions, days. The
 * estimate is that of zxcvbn (D. L. Wheeler, USENIX Security 2016): the cheapest way to put the text together from such pieces.
 */
final class Guesses {

    /** Powers of ten. With fewer, whoever has the kept texts finds it in months, even at the price of our derivation. */
    static final double FEWEST = 10;

    /** What lies behind is not looked at: the effort grows with the square of the length, and a beginning as long as this decides. */
    private static final int LOOKED_AT = 64;

    private Guesses() {}

    /** Read when the first password is chosen, and kept. */
    private static final class Lists {
        private static final Zxcvbn READ = new Zxcvbn();
    }

    /** Why it would be found soon, in a sentence that does not repeat it; empty if it would not. */
    static Optional<String> objection(String password) {
        int end = Math.min(password.length(), LOOKED_AT);
        Strength strength = Lists.READ.measure(password.substring(0, end));
        if (strength.getGuessesLog10() >= FEWEST) {
            return Optional.empty();
        }
        return Optional.of(
                "This would soon be guessed: it is put together from %s. Take some words that do not belong together."
                        .formatted(pieces(strength.getSequence())));
    }

    private static String pieces(List<Match> sequence) {
        TreeSet<String> found = sequence.stream()
                .map(Guesses::words)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        return found.isEmpty() ? "few characters" : String.join(", ", found);
    }

    private static Optional<String> words(Match match) {
        return switch (match.pattern) {
            case Dictionary ->
                Optional.of(named(String.valueOf(match.dictionaryName).toLowerCase(Locale.ROOT)));
            case Spatial -> Optional.of("keys in a row");
            case Repeat -> Optional.of("something repeated");
            case Sequence -> Optional.of("letters or digits in order");
            case Date, Regex -> Optional.of("a year or day");
            default -> Optional.empty();
        };
    }

    private static String named(String list) {
        return switch (list) {
            case "passwords" -> "a password that many use";
            case "male_names", "female_names", "surnames" -> "a name";
            default -> "a common word";
        };
    }
}
