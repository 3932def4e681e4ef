package io.customerroom.room.losses;

import io.customerroom.walls.asset.LossBook.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * What an executive wrote after a call, or another try. The last note of a customer counts; the earlier ones stay.
 *
 * @param notes in the caller's words, masked; may be empty
 * @param reason in the words of the register, or a new one; may be empty
 * @param issue behind it; may be empty
 * @param saved whether the customer comes back; empty where it was not spoken of
 * @param batch of the typed departure that carries the reason into the facts; empty where there is none
 */
public record CallNote(
        Outcome outcome,
        String notes,
        String reason,
        String issue,
        Optional<Boolean> saved,
        String batch,
        Instant at,
        String by) {}
