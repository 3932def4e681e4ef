package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.statistics.Golden;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * NBD, BG/NBD, MBG/NBD and MBG/CNBD-3 at extreme parameters and histories, a = 1 among them, against 110-digit arithmetic written from
 * the papers' own formulas ({@code dropout_grid.py}, mpmath 1.3.0): nothing is NaN, and nothing is off by more than a thousand millionth.
 */
class DropoutGridTest {

    private static final double TOLERANCE = 1e-9;
    private static final double AGE = 365;
    private static final double AHEAD = 90;

    @Test
    void historiesAreExact() {
        List<String> off = new ArrayList<>();
        for (String[] row : rows("dropout-histories.csv.gz")) {
            PurchaseModel model = model(row);
            History history = new History(Integer.parseInt(row[5]), Double.parseDouble(row[6]), AGE);
            compare(off, row, 7, model.logLikelihood(history));
            compare(off, row, 8, model.logOddsAlive(history));
            if (row.length > 9) {
                compare(off, row, 9, model.expected(AHEAD, history));
            }
        }
        assertThat(off).isEmpty();
    }

    @Test
    void newcomersAreExact() {
        List<String> off = new ArrayList<>();
        for (String[] row : rows("dropout-newcomers.csv.gz")) {
            PurchaseModel model = model(row);
            compare(off, row, 6, model.probability(Integer.parseInt(row[5]), AGE));
            if (row.length > 7 && row[5].equals("0")) {
                compare(off, row, 7, model.expected(AHEAD));
            }
        }
        assertThat(off).isEmpty();
    }

    /** Where the other script has no value: with a rhythm of three stages, many purchases, or r or a of one half ({@code regular_grid.py}). */
    @Test
    void withARhythmFrequentBuyersAreExactToo() {
        List<String> off = new ArrayList<>();
        for (String[] row : rows("regular-grid.csv.gz")) {
            double[] at = Arrays.stream(row).mapToDouble(Double::parseDouble).toArray();
            MbgCnbd model = new MbgCnbd(3, at[0], at[1], at[2], at[3]);
            compare(off, row, 6, model.expected(AHEAD, new History((int) at[4], at[5], AGE)));
        }
        assertThat(off).isEmpty();
    }

    /** Where rates are large: up to five million stages ({@code regular_grid.py}). */
    @Test
    void withARhythmNewcomersWhoBuyOftenAreExactToo() {
        List<String> off = new ArrayList<>();
        for (String[] row : Golden.rows(DropoutGridTest.class, "regular-newcomers.csv")) {
            double[] at = Arrays.stream(row).mapToDouble(Double::parseDouble).toArray();
            compare(off, row, 4, new MbgCnbd(3, at[0], at[1], at[2], at[3]).expected(AHEAD));
        }
        assertThat(off).isEmpty();
    }

    /** What is bought for ever, discounted ({@code discounted_grid.py}). */
    @ParameterizedTest
    @CsvSource({"BG/NBD, 864", "MBG/NBD, 864", "MBG/CNBD-3, 432"})
    void discountedForEverIsExactToo(String name, int size) {
        List<String> off = new ArrayList<>();
        List<String[]> rows = Golden.rows(DropoutGridTest.class, "discounted-grid.csv.gz").stream()
                .filter(row -> row[0].equals(name))
                .toList();
        for (String[] row : rows) {
            History history = new History(Integer.parseInt(row[5]), Double.parseDouble(row[6]), AGE);
            Discount discount = new Discount(Double.parseDouble(row[7]));
            double dert =
                    switch (model(row)) {
                        case BgNbd it -> it.discountedExpected(discount, history);
                        case MbgNbd it -> it.discountedExpected(discount, history);
                        case MbgCnbd it -> it.discountedExpected(discount, history);
                        default -> throw new AssertionError(row[0]);
                    };
            compare(off, row, 8, dert);
        }
        assertThat(off).isEmpty();
        assertThat(rows).hasSize(size);
    }

    /** An empty cell stands for certainty, a value below 1e-290 for one that a double may lose. */
    private static void compare(List<String> off, String[] row, int column, double actual) {
        if (row[column].isEmpty()) {
            if (actual != Double.POSITIVE_INFINITY) {
                off.add(String.join(",", row) + ": infinity expected, but was " + actual);
            }
            return;
        }
        double expected = Double.parseDouble(row[column]);
        boolean same = Math.abs(expected) < 1e-290
                ? Math.abs(actual) < 1e-290
                : Math.abs(actual - expected) <= TOLERANCE * Math.abs(expected);
        if (!same) {
            off.add(String.join(",", row) + ": column " + column + " was " + actual);
        }
    }

    private static PurchaseModel model(String[] row) {
        double r = Double.parseDouble(row[1]);
        double alpha = Double.parseDouble(row[2]);
        if (row[0].equals("NBD")) {
            return new Nbd(r, alpha);
        }
        double a = Double.parseDouble(row[3]);
        double b = Double.parseDouble(row[4]);
        return switch (row[0]) {
            case "BG/NBD" -> new BgNbd(r, alpha, a, b);
            case "MBG/NBD" -> new MbgNbd(r, alpha, a, b);
            case "MBG/CNBD-3" -> new MbgCnbd(3, r, alpha, a, b);
            default -> throw new AssertionError(row[0]);
        };
    }

    private static List<String[]> rows(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(DropoutGridTest.class.getResourceAsStream(name))),
                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
