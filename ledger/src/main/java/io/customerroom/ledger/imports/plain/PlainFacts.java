package io.customerroom.ledger.imports.plain;

import io.customerroom.ledger.imports.staging.StagedFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A plain file of purchases and what an engine must know to make a batch of it where it lies: delimited UTF-8 with one header line, every
 * row as wide as the header, cells perhaps in quotes, an empty cell is null. Each cell is what its column's type says.
 *
 * <p>What ids and local days mean is not the engine's to know: it writes the distinct ones down, and reads their translation.
 *
 * @param facts as of a staged file, but for the file: {@code rows} is what was counted
 * @param width columns in the file
 * @param carriageReturns whether lines end in CR LF instead of LF
 * @param cells the columns that are used, one per input
 */
public record PlainFacts(
        StagedFacts facts, int width, char delimiter, boolean carriageReturns, List<Cell> cells, Words words) {

    /** What a cell holds. */
    public enum Type {
        TEXT,
        /** Read as {@code DECIMAL(18,6)}. */
        AMOUNT,
        /** {@code 2026-06-04}. */
        DAY,
        /** {@code 2026-06-04 08:30:00}, or with a T. */
        MOMENT,
        /** As the format says, which is {@code strptime}'s. */
        FORMATTED
    }

    /**
     * One column of the file.
     *
     * @param column its place, from 0
     * @param input what the mapping calls it
     * @param negated amounts change their sign
     */
    public record Cell(int column, String input, Type type, Optional<String> format, boolean negated) {}

    /**
     * Where words and their translations lie, all in the form of staged files.
     *
     * @param ids written by the engine: the distinct customer ids
     * @param keys read by it: {@code id, key}
     * @param days written by it: the distinct local days, as days since 1970
     * @param clocks read by it: {@code day, offset, switch, offset_then}; local time less the offset is UTC, all in microseconds; from
     *     {@code switch} on, counted from the day's start, the other offset holds
     */
    public record Words(Path ids, Path keys, Path days, Path clocks) {}

    public Optional<Cell> cell(String input) {
        return cells.stream().filter(cell -> cell.input().equals(input)).findFirst();
    }
}
