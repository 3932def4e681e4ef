package io.customerroom.walls.exhibit;

import java.util.List;
import java.util.Optional;

/**
 * One thing on a wall: a finding, its numbers, its picture, its rows and where all of it comes from.
 *
 * @param id stable for all periods and filters: {@code flow}, {@code top-issues}
 * @param title the finding, in about ten words
 * @param second the measure, unit, population and period
 * @param figures the opening figures, where the exhibit has any
 * @param caption what the picture adds; may be empty
 * @param warnings caveats that do not stop the answer
 * @param source what it was computed from
 * @param remarks what people wrote beside it, in the order of their numbers from 1
 */
public record Exhibit(
        String id,
        String title,
        String second,
        List<Figure> figures,
        Optional<Chart> chart,
        String caption,
        Table table,
        List<String> warnings,
        Source source,
        List<Remark> remarks) {

    public Exhibit {
        figures = List.copyOf(figures);
        warnings = List.copyOf(warnings);
        remarks = List.copyOf(remarks);
    }

    /** An exhibit nobody remarked on. */
    public Exhibit(
            String id,
            String title,
            String second,
            List<Figure> figures,
            Optional<Chart> chart,
            String caption,
            Table table,
            List<String> warnings,
            Source source) {
        this(id, title, second, figures, chart, caption, table, warnings, source, List.of());
    }

    /** The same exhibit with other rows and words beneath them. */
    public Exhibit with(Table shown, String words) {
        return new Exhibit(id, title, second, figures, chart, words, shown, warnings, source, remarks);
    }

    /**
     * The papers of an exhibit.
     *
     * @param metric the metric's name and version: {@code customer-math@1}
     * @param definitions ids of the definitions under which the ledger was built
     * @param fingerprint of the question
     * @param hash of the answer
     */
    public record Source(String metric, String definitions, String fingerprint, String hash) {

        /** The metric's name without its version. */
        public String metricName() {
            int at = metric.indexOf('@');
            return at < 0 ? metric : metric.substring(0, at);
        }
    }
}
