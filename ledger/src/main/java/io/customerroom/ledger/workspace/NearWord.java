package io.customerroom.ledger.workspace;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class NearWord {

    private NearWord() {}

    /** The word with the fewest changed, missing, added or swapped letters, if at most a third of the letters differ. */
    public static Optional<String> to(String written, Collection<String> known) {
        String lower = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word -> distance(lower, word.toLowerCase(Locale.ROOT)) <= Math.max(1, word.length() / 3))
                .min(Comparator.<String>comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A clause to append to a refusal: {@code Did you mean 'zone'?}, else the list of what is accepted. */
    public static String hint(String written, Collection<String> known) {
        return to(written, known)
                .map("Did you mean '%s'?"::formatted)
                .orElseGet(() -> "Known are: %s."
                        .formatted(String.join(", ", known.stream().sorted().toList())));
    }

    /** Letters to change, add, leave out or swap with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int addedOrLeftOut = 1 + Math.min(cost[i - 1][j], cost[i][j - 1]);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        int best = Math.min(changed, addedOrLeftOut);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
