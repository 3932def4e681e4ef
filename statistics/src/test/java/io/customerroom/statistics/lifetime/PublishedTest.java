package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of {@code lifetime-models.csv} about BG/NBD and MBG/NBD, against the column that was recomputed with forty digits. The printed
 * column is met as far as its rounded inputs allow. The row BG-LL needs real data and stands in {@link CdnowTest}.
 */
class PublishedTest {

    /** Table 2 of Fader, Hardie and Lee (2005). */
    private static final BgNbd PAPER = new BgNbd(0.242593, 4.413532, 0.792886, 2.425752);

    /** The manual of the R package BTYD. */
    private static final BgNbd MANUAL = new BgNbd(0.243, 4.414, 0.793, 2.426);

    static Stream<PublishedRow> rows() {
        return PublishedRow.all()
                .filter(row -> List.of("BG/NBD", "MBG/NBD").contains(row.model())
                        && !row.id().equals("BG-LL"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isReproduced(PublishedRow row) {
        // The rows around BG09 were computed at a fit of which six digits are printed: from those no more than six can
        // come out.
        boolean rounded = row.inputs().contains("MLE as BG09") || row.inputs().contains("(MLE r=");

        assertThat(computed(row) / row.recomputed()).isCloseTo(1, within(rounded ? 1e-6 : 1e-9));
    }

    /** The same rows from the paper's formulas at the printed parameters, by mpmath 1.3.0 with forty digits. */
    @Test
    void atTheSixPrintedDigitsEverythingComesOut() {
        assertThat(PAPER.expected(39, new History(2, 30.43, 38.86))).isCloseTo(1.225910385694, within(1e-12));
        assertThat(PAPER.expected(0.1429)).isCloseTo(0.007816074266191, within(1e-15));
        assertThat(PAPER.expected(1)).isCloseTo(0.05318475535988, within(1e-14));
        assertThat(PAPER.expected(31.8571)).isCloseTo(1.040494510473, within(1e-12));
        assertThat(PAPER.expected(78)).isCloseTo(1.857972105204, within(1e-12));
    }

    private static double computed(PublishedRow row) {
        PurchaseModel model = model(row);
        Matcher count = Pattern.compile("P\\(X\\((\\d+)\\)=(\\d+)\\)").matcher(row.quantity());
        if (count.matches()) {
            return model.probability(Integer.parseInt(count.group(2)), Integer.parseInt(count.group(1)));
        }
        if (row.quantity().contains("new customer")) {
            return model.expected(row.number("t").getAsDouble());
        }
        History history = new History(
                (int) row.number("x").getAsDouble(),
                row.number("tx").getAsDouble(),
                row.number("T").getAsDouble());
        if (row.quantity().startsWith("E[")) {
            OptionalDouble ahead = row.number("t");
            return model.expected(ahead.isPresent() ? ahead.getAsDouble() : 2, history);
        }
        return row.quantity().equals("P(alive)") ? model.probabilityAlive(history) : model.logLikelihood(history);
    }

    private static PurchaseModel model(PublishedRow row) {
        List<Double> listed = row.list("params");
        if (row.number("r").isPresent()) {
            double[] named = Stream.of("r", "alpha", "a", "b")
                    .mapToDouble(name -> row.number(name).getAsDouble())
                    .toArray();
            return row.model().equals("MBG/NBD")
                    ? new MbgNbd(named[0], named[1], named[2], named[3])
                    : row.inputs().contains("(MLE r=") ? PAPER : new BgNbd(named[0], named[1], named[2], named[3]);
        }
        if (listed.size() == 4) {
            return new BgNbd(listed.get(0), listed.get(1), listed.get(2), listed.get(3));
        }
        return row.inputs().contains("MLE as BG09") ? PAPER : MANUAL;
    }
}
