package io.customerroom.room.evidence;

import io.customerroom.kernel.Clocks;
import java.util.List;
import java.util.Optional;

/**
 * One exhibit as it reads at one moment: the figures, how sure they are, and everything needed to say where they came from.
 *
 * @param exhibit stable id of the exhibit, unique in the room: {@code customer-flow}
 * @param title by which people call it: {@code Customer flow}
 * @param wall 1, 2 or 3
 * @param metric name of the metric
 * @param period on the wall, by its name: {@code 2026-05}
 * @param uncertainty interval and n, where the figures are estimates
 * @param clocks under which it was read
 * @param definitions id of the definitions in force
 * @param receipts ids of the batches the figures rest on, sorted
 * @param question fingerprint of the text and the values that asked
 */
public record Reading(
        String exhibit,
        String title,
        int wall,
        String metric,
        String period,
        ExhibitView view,
        Optional<Uncertainty> uncertainty,
        Clocks clocks,
        String definitions,
        List<String> receipts,
        String question) {

    public Reading {
        if (wall < 1 || wall > 3) {
            throw new IllegalArgumentException("wall must be 1, 2 or 3, but was " + wall);
        }
        if (exhibit.isBlank() || !exhibit.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("exhibit must be lower case with hyphens, but was " + exhibit);
        }
        receipts = receipts.stream().sorted().toList();
    }

    /** The same reading, drawn otherwise. */
    public Reading showing(ExhibitView other) {
        return new Reading(
                exhibit, title, wall, metric, period, other, uncertainty, clocks, definitions, receipts, question);
    }
}
