package io.customerroom.ledger.build;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Under which clocks and definitions the ledger is wanted.
 *
 * @param through cuts by when it happened; empty: the latest day in the facts
 * @param known cuts by when it was known; empty: all that is known
 * @param definitions ids that override the ones in force: {@code activity@2}
 */
public record BuildRequest(Optional<LocalDate> through, Optional<Instant> known, List<String> definitions) {

    public BuildRequest {
        definitions = definitions.stream().sorted().distinct().toList();
    }

    /** Everything that happened and is known, under the definitions in force. */
    public static BuildRequest standard() {
        return new BuildRequest(Optional.empty(), Optional.empty(), List.of());
    }

    public boolean isStandard() {
        return equals(standard());
    }
}
