package io.customerroom.room.artefacts.internal;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.persons.TextMask;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Hides in texts what would lead to a person: e-mail addresses, telephone, card and account numbers by themselves, and the words that the
 * one who brings them marks. A bar is always of one length: it does not tell how long the word was.
 */
final class Blackener {

    static final String BAR = "█████";

    private static final int MOST = 100;

    private final List<Pattern> words = new ArrayList<>();
    private final List<Boolean> found = new ArrayList<>();

    /** Refused: too many words. */
    Blackener(List<String> marked) {
        if (marked.size() > MOST) {
            throw Failure.yours(
                    "WORDS_TOO_MANY",
                    "%d words are to be blackened.".formatted(marked.size()),
                    "Mark at most %d; or take a picture and draw rectangles.".formatted(MOST));
        }
        for (String word : marked) {
            words.add(Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])"));
            found.add(false);
        }
    }

    /** Marked words first: a mask must not take a part of one away. */
    String hide(String text) {
        String hidden = text;
        for (int i = 0; i < words.size(); i++) {
            String without = words.get(i).matcher(hidden).replaceAll(BAR);
            found.set(i, found.get(i) || !without.equals(hidden));
            hidden = without;
        }
        return TextMask.mask(hidden);
    }

    /** Refused: a word that stood nowhere, for a slip of the pen would leave it readable. The message does not repeat it. */
    void requireAllFound() {
        int missed = found.indexOf(false);
        if (missed >= 0) {
            throw Failure.yours(
                    "WORD_NOT_THERE",
                    "The word in line %d of those to blacken stands in none of the texts.".formatted(missed + 1),
                    "Write it as it stands there, or remove the line. What stands in a picture is hidden by a rectangle.");
        }
    }
}
