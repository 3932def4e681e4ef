package io.customerroom.testkit.contract;

import java.util.List;
import java.util.Optional;

/** Runs what a feature promises, and what a gap promises where one is declared. */
final class Gaps {

    private final List<Gap> declared;

    Gaps(List<Gap> declared) {
        this.declared = List.copyOf(declared);
    }

    void check(Feature feature, Runnable behaviour) {
        Optional<Gap> gap =
                declared.stream().filter(one -> one.feature() == feature).findFirst();
        if (gap.isEmpty()) {
            behaviour.run();
        } else if (works(behaviour)) {
            throw new AssertionError("%s works, although a gap is declared (%s): remove the declaration"
                    .formatted(feature, gap.get().reason()));
        }
    }

    private static boolean works(Runnable behaviour) {
        try {
            behaviour.run();
            return true;
        } catch (RuntimeException | AssertionError asDeclared) {
            return false;
        }
    }
}
