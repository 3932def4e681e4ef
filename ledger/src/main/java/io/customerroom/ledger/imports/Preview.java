package io.customerroom.ledger.imports;

import io.customerroom.ledger.imports.mapping.Mapping;
import java.util.List;
import java.util.Map;

/**
 * What an import would do, before it is done.
 *
 * @param mapping complete: guessed or given
 * @param yaml the same as text, to be saved and used with {@code --mapping}
 * @param header names of the columns
 * @param rows the first rows
 * @param setAside reasons why rows of the sample, or of the whole file in a dry run, would be set aside
 * @param problems the first of them, with their line
 * @param read rows looked at
 * @param notes encoding and roundings
 */
public record Preview(
        Mapping mapping,
        String yaml,
        List<String> header,
        List<List<String>> rows,
        Map<String, Long> setAside,
        List<String> problems,
        long read,
        List<String> notes) {}
