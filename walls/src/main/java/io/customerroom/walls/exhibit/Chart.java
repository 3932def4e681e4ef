package io.customerroom.walls.exhibit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A picture described by what it says. Who draws it decides how; numbers are exact. */
public sealed interface Chart {

    /** Customers from the opening to the closing of a period; refuses numbers that do not add up. */
    record Waterfall(long opening, long gained, long regained, long lost, long closing) implements Chart {

        public Waterfall {
            if (opening + gained + regained - lost != closing) {
                throw new IllegalArgumentException(
                        "closing must be opening + gained + regained - lost, but %d + %d + %d - %d is not %d"
                                .formatted(opening, gained, regained, lost, closing));
            }
        }

        /** The identity as it is printed under the picture. */
        public String identity() {
            return "%s opening + %s gained + %s regained − %s lost = %s closing"
                    .formatted(
                            Numbers.whole(opening),
                            Numbers.whole(gained),
                            Numbers.whole(regained),
                            Numbers.whole(lost),
                            Numbers.whole(closing));
        }
    }

    /**
     * The way from one level to another in named steps, from above to below. Steps that are nothing are left out; the closing is what
     * the steps lead to.
     *
     * @param unit of all values
     * @param from what the opening is: {@code October 2011}
     * @param to what the closing is
     * @param better which way is better: steps that way are drawn as improving
     */
    record Bridge(String unit, String from, BigDecimal opening, List<Step> steps, String to, Direction better)
            implements Chart {

        public Bridge {
            steps = steps.stream().filter(step -> step.change().signum() != 0).toList();
        }

        public BigDecimal closing() {
            return steps.stream().map(Step::change).reduce(opening, BigDecimal::add);
        }
    }

    /** @param change signed */
    record Step(String name, BigDecimal change) {}

    /**
     * Bars from zero, beside each other where there are several series.
     *
     * @param lying names run down and bars to the right; else names run along the bottom
     * @param unit of all values
     */
    record Bars(String unit, boolean lying, List<String> names, List<Series> series) implements Chart {

        public Bars {
            names = List.copyOf(names);
            series = List.copyOf(series);
            requireOneValueEach(names, series);
        }
    }

    /**
     * Readings in time. Gaps are not bridged.
     *
     * @param standard the floor or ceiling agreed on, drawn in a style of its own
     */
    record Line(String unit, List<String> names, List<Series> series, Optional<BigDecimal> standard) implements Chart {

        public Line {
            names = List.copyOf(names);
            series = List.copyOf(series);
            requireOneValueEach(names, series);
        }
    }

    /**
     * A curve over a measured axis that starts at nothing, as in "the best 20 % of customers".
     *
     * @param across what runs along the bottom
     * @param unit of the heights
     * @param points from left to right
     * @param level a height to compare with, drawn in a style of its own; empty for none
     */
    record Curve(String across, String unit, List<Point> points, Optional<BigDecimal> level) implements Chart {

        public Curve {
            points = List.copyOf(points);
        }
    }

    /** @param label printed at the point; empty for a point that only shapes the curve */
    record Point(BigDecimal x, BigDecimal y, String label) {}

    /**
     * A table whose cells are shaded by their value, with the value in them.
     *
     * @param unit of all values
     * @param down what the rows are
     * @param across what the columns are
     * @param cells row by row, one per column; null is a gap
     */
    record Heat(
            String unit,
            String down,
            List<String> rows,
            String across,
            List<String> columns,
            List<List<@Nullable Shade>> cells)
            implements Chart {

        public Heat {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            cells = cells.stream()
                    .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                    .toList();
            if (cells.size() != rows.size()) {
                throw new IllegalArgumentException(
                        "cells must have " + rows.size() + " rows, but have " + cells.size());
            }
            for (List<@Nullable Shade> row : cells) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "rows must have " + columns.size() + " cells, but one has " + row.size());
                }
            }
        }
    }

    /**
     * Readings in time with what the process does by itself: a control chart. What is a signal, what breaks the minimum standard and the
     * standard itself are drawn as three different marks. All lists hold one value per name.
     *
     * @param values null is a gap
     * @param mean of the process; null where too few values set limits
     * @param lower natural limit
     * @param upper natural limit
     * @param standard the floor or ceiling in force at each reading; null where there was none
     * @param signals places of points that chance alone rarely makes
     * @param breaches places of readings in breach of the minimum standard
     * @param typed places of readings that people typed
     * @param notes places of remarks, in the order of their numbers; negative for one outside of the picture
     * @param labels what the reader calls them
     */
    record Process(
            String unit,
            List<String> names,
            List<@Nullable BigDecimal> values,
            List<@Nullable BigDecimal> mean,
            List<@Nullable BigDecimal> lower,
            List<@Nullable BigDecimal> upper,
            List<@Nullable BigDecimal> standard,
            List<Integer> signals,
            List<Integer> breaches,
            List<Integer> typed,
            List<Integer> notes,
            Labels labels)
            implements Chart {

        /** A contact's readings against its minimum standard. */
        public Process(
                String unit,
                List<String> names,
                List<@Nullable BigDecimal> values,
                List<@Nullable BigDecimal> mean,
                List<@Nullable BigDecimal> lower,
                List<@Nullable BigDecimal> upper,
                List<@Nullable BigDecimal> standard,
                List<Integer> signals,
                List<Integer> breaches,
                List<Integer> typed,
                List<Integer> notes) {
            this(
                    unit,
                    names,
                    values,
                    mean,
                    lower,
                    upper,
                    standard,
                    signals,
                    breaches,
                    typed,
                    notes,
                    new Labels("reading", "minimum standard", "breach"));
        }

        public Process {
            names = List.copyOf(names);
            values = Collections.unmodifiableList(new ArrayList<>(values));
            mean = Collections.unmodifiableList(new ArrayList<>(mean));
            lower = Collections.unmodifiableList(new ArrayList<>(lower));
            upper = Collections.unmodifiableList(new ArrayList<>(upper));
            standard = Collections.unmodifiableList(new ArrayList<>(standard));
            signals = List.copyOf(signals);
            breaches = List.copyOf(breaches);
            typed = List.copyOf(typed);
            notes = List.copyOf(notes);
            for (List<?> one : List.of(values, mean, lower, upper, standard)) {
                if (one.size() != names.size()) {
                    throw new IllegalArgumentException("a process must have %d values each, but one list has %d"
                            .formatted(names.size(), one.size()));
                }
            }
        }
    }

    /** What the three marks of a process are called: a value, the line it is held against, a value on the wrong side of that line. */
    record Labels(String reading, String standard, String breach) {}

    /**
     * A picture with numbered remarks.
     *
     * @param places of the remarks on its axis of time, in the order of their numbers; negative where the picture has none
     */
    record Noted(Chart chart, List<Integer> places) implements Chart {

        public Noted {
            places = List.copyOf(places);
        }
    }

    /** @param unfinished whether the value still changes, because its period is not over */
    record Shade(BigDecimal value, String shown, boolean unfinished) {}

    /**
     * @param tone what the series is to the reader, from which follows its colour
     * @param values one per name; null is a gap
     * @param unfinished how many values at the end are of periods not yet over
     * @param sureness how sure the values are; empty where they were counted, not estimated
     */
    record Series(
            String name, Tone tone, List<@Nullable BigDecimal> values, int unfinished, Optional<Sureness> sureness) {

        public Series {
            values = Collections.unmodifiableList(new ArrayList<>(values));
            if (sureness.isPresent() && sureness.get().ranges().size() != values.size()) {
                throw new IllegalArgumentException("ranges must be as many as the values of %s, but are %d of %d"
                        .formatted(name, sureness.get().ranges().size(), values.size()));
            }
        }

        /** A series of what was counted. */
        public Series(String name, Tone tone, List<@Nullable BigDecimal> values, int unfinished) {
            this(name, tone, values, unfinished, Optional.empty());
        }

        /** The same series with how sure its values are: bars get whiskers, lines a band. */
        public Series within(Sureness range) {
            return new Series(name, tone, values, unfinished, Optional.of(range));
        }

        /** The range of one value, where it has one. */
        public Optional<Range> range(int at) {
            return sureness.flatMap(sure -> Optional.ofNullable(sure.ranges().get(at)));
        }
    }

    /**
     * The ranges around estimates.
     *
     * @param words what they are, as the picture's legend says it: {@code 95 % interval}
     * @param ranges one per value; null where there is none
     */
    record Sureness(String words, List<@Nullable Range> ranges) {

        public Sureness {
            ranges = Collections.unmodifiableList(new ArrayList<>(ranges));
        }
    }

    /** The bounds of an interval, in the unit of the value between them. */
    record Range(BigDecimal low, BigDecimal high) {

        public Range {
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException("low must not exceed high, but was " + low + ".." + high);
            }
        }
    }

    /** What a series is to the reader. */
    enum Tone {
        ORDINARY,
        IMPROVING,
        CONCERNING,
        FIRST,
        SECOND,
        THIRD,
        FOURTH
    }

    private static void requireOneValueEach(List<String> names, List<Series> series) {
        for (Series one : series) {
            if (one.values().size() != names.size()) {
                throw new IllegalArgumentException("series %s must have %d values, but has %d"
                        .formatted(one.name(), names.size(), one.values().size()));
            }
        }
    }
}
