package io.customerroom.statistics.survival;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many were at risk of leaving at each age, how many left by which cause, how many were last seen staying. Ages count from the begin of
 * the relation, in one unit.
 *
 * <p>Where several things happen at one age, the lost go first: who was last seen staying at that very age was at risk of it. Who enters late
 * (was already a customer when records begin) is at risk after the age of entry only, so that the leavers nobody recorded are not mistaken for stayers.
 */
public final class RiskTable {

    private final int causes;
    private final double[] ages;
    private final long[] atRisk;
    private final long[][] lost;

    private RiskTable(int causes, TreeMap<Double, Row> rows, long begun) {
        this.causes = causes;
        int n = rows.size();
        ages = new double[n];
        atRisk = new long[n];
        lost = new long[n][];
        long inside = begun;
        int i = 0;
        for (Map.Entry<Double, Row> entry : rows.entrySet()) {
            Row row = entry.getValue();
            ages[i] = entry.getKey();
            atRisk[i] = inside;
            lost[i] = row.lost;
            long gone = row.staying + Arrays.stream(row.lost).sum();
            if (gone > inside) {
                throw new IllegalArgumentException("at age %s there were %d at risk, but %d left or were last seen"
                        .formatted(ages[i], inside, gone));
            }
            inside += row.entered - gone;
            i++;
        }
    }

    /** @param causes of leaving, numbered from 0; with one cause there is only being lost */
    public static Builder builder(int causes) {
        return new Builder(causes);
    }

    public int causes() {
        return causes;
    }

    /** Distinct ages at which something happened. */
    int size() {
        return ages.length;
    }

    /** Not to be changed. */
    double[] ages() {
        return ages;
    }

    double age(int row) {
        return ages[row];
    }

    /** Those under observation just before the age. */
    long atRisk(int row) {
        return atRisk[row];
    }

    /** Those under observation at any age: of the next row, 0 after the last. */
    long atRisk(double age) {
        int found = Arrays.binarySearch(ages, age);
        int next = found >= 0 ? found : -found - 1;
        return next < ages.length ? atRisk[next] : 0;
    }

    long lost(int row, int cause) {
        return lost[row][cause];
    }

    /** By whatever cause. */
    long lost(int row) {
        return Arrays.stream(lost[row]).sum();
    }

    private static final class Row {

        private final long[] lost;
        private long staying;
        private long entered;

        Row(int causes) {
            lost = new long[causes];
        }
    }

    /** Collects stays, in any order. Who neither {@link #entered} late began at age 0. */
    public static final class Builder {

        private final int causes;
        private final TreeMap<Double, Row> rows = new TreeMap<>();
        private long inside;

        private Builder(int causes) {
            if (causes < 1) {
                throw new IllegalArgumentException("there must be at least one cause, but were " + causes);
            }
            this.causes = causes;
        }

        /** So many left at this age by this cause. */
        public Builder lost(double age, int cause, long count) {
            if (cause < 0 || cause >= causes) {
                throw new IllegalArgumentException("cause must lie in 0.." + (causes - 1) + ", but was " + cause);
            }
            at(age, count).lost[cause] += count;
            inside += count;
            return this;
        }

        /** So many were last seen at this age, and were still there. */
        public Builder staying(double age, long count) {
            at(age, count).staying += count;
            inside += count;
            return this;
        }

        /** So many of those told by the other verbs came under observation at this age only, not at their begin. */
        public Builder entered(double age, long count) {
            at(age, count).entered += count;
            inside -= count;
            return this;
        }

        /** Refused when more left than were at risk. */
        public RiskTable build() {
            if (inside < 0) {
                throw new IllegalArgumentException(-inside + " more entered late than left or were last seen staying");
            }
            return new RiskTable(causes, rows, inside);
        }

        private Row at(double age, long count) {
            if (!(age >= 0 && age < Double.POSITIVE_INFINITY) || count < 0) {
                throw new IllegalArgumentException(
                        "age must be finite and not negative and so must the count, but were " + age + ", " + count);
            }
            return rows.computeIfAbsent(age + 0.0, _ -> new Row(causes));
        }
    }
}
