package io.customerroom.ledger.imports.mapping;

import java.util.List;

/**
 * The top of a file, for guessing and for showing.
 *
 * @param header names of the columns
 * @param rows the first rows, each as long as the header
 */
public record Sample(String file, List<String> header, List<List<String>> rows) {

    /** The cells of one column that hold something. */
    List<String> cells(int column, List<String> nulls) {
        return rows.stream()
                .map(row -> row.get(column).strip())
                .filter(cell -> !cell.isEmpty() && !nulls.contains(cell))
                .toList();
    }
}
