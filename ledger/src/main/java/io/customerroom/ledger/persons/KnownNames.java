package io.customerroom.ledger.persons;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What the workspace calls its customers, ready to be looked for in many texts: names and addresses of two words or more, names of one word where they are written
 * the same, and ids that no ordinary number or word looks like. Held as numbers (FNV-1a, 64 bits), so that a million names take some megabytes and the list tells
 * nobody. Case, accents' case, punctuation and blanks do not matter; of a name of two words, neither does the order.
 */
public final class KnownNames {

    private static final KnownNames NONE = new KnownNames(new long[0]);
    private static final int MOST_WORDS = 6;
    private static final int SHORTEST = 5;
    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_NUMBER = 6;
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final char ALONE = '=';
    private static final int FIRSTS = 1 << 20;

    private final long[] sorted;
    /** Which numbers a name's first word can have, to pass over most words at once. */
    private final BitSet firsts = new BitSet(FIRSTS);

    private KnownNames(long[] pairs) {
        long[] names = new long[pairs.length / 2];
        for (int i = 0; i < names.length; i++) {
            names[i] = pairs[2 * i + 1];
            firsts.set(place(pairs[2 * i]));
        }
        Arrays.sort(names);
        this.sorted = names;
    }

    public static KnownNames none() {
        return NONE;
    }

    /** Of names, addresses and ids as they stand in person tables. */
    public static KnownNames of(Collection<String> called) {
        Collecting collecting = new Collecting();
        called.forEach(collecting);
        return collecting.done();
    }

    /** Takes names one by one, as an engine answers them. */
    public static final class Collecting implements Consumer<String> {

        private long[] pairs = new long[64];
        private int size;

        @Override
        public void accept(String called) {
            String[] words = words(called).toArray(String[]::new);
            if (words.length == 0 || words.length > MOST_WORDS) {
                return;
            }
            int letters = Stream.of(words).mapToInt(String::length).sum();
            if (words.length > 1 && letters >= SHORTEST && holdsLetter(called)) {
                add(hash(BASIS, words[0]), hash(words));
                if (words.length == 2) {
                    add(hash(BASIS, words[1]), hash(words[1], words[0]));
                }
            } else if (words.length == 1 && tellsApart(words[0])) {
                add(hash(BASIS, words[0]), hash(words));
            } else if (words.length == 1 && words[0].length() >= SHORTEST_WORD && holdsLetter(called)) {
                add(hash(BASIS, words[0]), hash(ALONE + bare(called)));
            }
        }

        private void add(long first, long name) {
            if (size + 2 > pairs.length) {
                pairs = Arrays.copyOf(pairs, pairs.length * 2);
            }
            pairs[size++] = first;
            pairs[size++] = name;
        }

        public KnownNames done() {
            return size == 0 ? NONE : new KnownNames(Arrays.copyOf(pairs, size));
        }
    }

    /** Letters and digits together, or a long number: hardly anything but an id. */
    private static boolean tellsApart(String word) {
        boolean digits = word.chars().anyMatch(Character::isDigit);
        boolean letters = holdsLetter(word);
        return digits && (letters && word.length() >= SHORTEST || !letters && word.length() >= SHORTEST_NUMBER);
    }

    private static boolean holdsLetter(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    /** The text with {@code [name]} where a customer is called. */
    String hide(String text) {
        if (sorted.length == 0) {
            return text;
        }
        StringBuilder hidden = new StringBuilder();
        int told = 0;
        int at = 0;
        while (at < text.length()) {
            int begin = next(text, at, true);
            if (begin == text.length()) {
                break;
            }
            Optional<Integer> end = endOfName(text, begin);
            if (end.isPresent()) {
                hidden.append(text, told, begin).append("[name]");
                told = end.get();
            }
            at = end.orElseGet(() -> next(text, begin, false));
        }
        return told == 0 ? text : hidden.append(text, told, text.length()).toString();
    }

    /** The end of the longest name that begins with this word. */
    private Optional<Integer> endOfName(String text, int begin) {
        int end = next(text, begin, false);
        String first = text.substring(begin, end).toLowerCase(Locale.ROOT);
        long hash = hash(BASIS, first);
        if (!firsts.get(place(hash))) {
            return Optional.empty();
        }
        Optional<Integer> longest = known(hash) || known(hash(BASIS, ALONE + text.substring(begin, end)))
                ? Optional.of(end)
                : Optional.empty();
        for (int words = 2; words <= MOST_WORDS; words++) {
            int start = next(text, end, true);
            if (start == text.length()) {
                break;
            }
            end = next(text, start, false);
            hash = hash(hash(hash, " "), text.substring(start, end).toLowerCase(Locale.ROOT));
            longest = known(hash) ? Optional.of(end) : longest;
        }
        return longest;
    }

    private boolean known(long hash) {
        return Arrays.binarySearch(sorted, hash) >= 0;
    }

    /** The first place from here on where a word begins, or where it ends. */
    private static int next(String text, int from, boolean begins) {
        int at = from;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            boolean inWord = Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
            if (inWord == begins) {
                return at;
            }
            at += Character.charCount(point);
        }
        return text.length();
    }

    /** The words of a text, in small letters. */
    static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}\\p{Mn}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String bare(String word) {
        return word.replaceAll("[^\\p{L}\\p{N}\\p{Mn}]+", "");
    }

    private static long hash(String... words) {
        return hash(BASIS, String.join(" ", words));
    }

    private static long hash(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    private static int place(long hash) {
        return (int) ((hash ^ hash >>> 32) & (FIRSTS - 1));
    }
}
