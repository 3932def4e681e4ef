package io.customerroom.ledger.imports.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class Nearest {

    private Nearest() {}

    /** {@code "; did you mean 'zone'?"}, or the whole choice where nothing is near. */
    static String hint(String word, Collection<String> choice) {
        return nearest(word, choice)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; known are "
                        + String.join(", ", choice.stream().sorted().toList()));
    }

    static Optional<String> nearest(String word, Collection<String> choice) {
        return choice.stream()
                .filter(candidate -> distance(word, candidate) <= Math.max(1, Math.min(3, candidate.length() / 3)))
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
