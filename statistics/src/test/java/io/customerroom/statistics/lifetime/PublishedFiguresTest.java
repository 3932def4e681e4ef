package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.customerroom.statistics.Golden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every figure of lifetime-models.csv about these models: published, and computed once more by quadrature in 40-digit arithmetic. Values of formulas are held at 1e-9; parameters found by a search,
 * and rows of several values, at the digits printed (the other search
 * stopped at the sixth or seventh). What is not held says why in held-elsewhere.csv.
 */
class PublishedFiguresTest {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:\\.(\\d+))?(?:[eE](-?\\d+))?");

    private static final List<PublishedRow> ROWS = PublishedRow.all()
            .filter(row -> row.model().matches("Pareto/NBD|Gamma-Gamma|CLV|Pareto/NBD\\+GG|sBG|BdW|BG/BB"))
            .toList();

    /** Rows that other tests hold, or nobody can. */
    private static final List<String> ELSEWHERE = Golden.rows(PublishedFiguresTest.class, "held-elsewhere.csv").stream()
            .map(row -> row[0])
            .toList();

    private static final Map<String, Supplier<double[]>> OURS = ours();

    private static Map<String, Supplier<double[]>> ours() {
        Map<String, Supplier<double[]>> all = new LinkedHashMap<>();
        RenewalFigures.addTo(all);
        ParetoFigures.addTo(all);
        DiscreteFigures.addTo(all);
        SpendingFigures.addTo(all);
        return all;
    }

    @TestFactory
    Stream<DynamicTest> figuresAreReproduced() {
        return ROWS.stream()
                .filter(row -> OURS.containsKey(row.id()))
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> hold(row.id(), row.recomputedText())));
    }

    @Test
    void noRowIsForgotten() {
        TreeSet<String> open = new TreeSet<>();
        ROWS.forEach(row -> open.add(row.id()));
        assertThat(open).containsAll(OURS.keySet()).containsAll(ELSEWHERE);
        open.removeAll(OURS.keySet());
        open.removeAll(ELSEWHERE);
        assertThat(open).isEmpty();
    }

    private static void hold(String id, String recomputed) {
        double[] ours = OURS.get(id).get();
        assumeTrue(
                ours.length > 0,
                "the data of " + id + " are not at hand; CUSTOMER_ROOM_DATA names the folder that holds them");
        Matcher theirs = NUMBER.matcher(recomputed);
        List<String> numbers = theirs.results().map(found -> found.group()).toList();
        boolean formula = numbers.size() == 1 && numbers.getFirst().equals(recomputed.strip());
        assertThat(numbers).as("figures of " + id).hasSize(ours.length);
        for (int i = 0; i < ours.length; i++) {
            double number = Double.parseDouble(numbers.get(i));
            assertThat(ours[i])
                    .as(id)
                    .isCloseTo(
                            number,
                            within(
                                    formula
                                            ? 1e-9 * Math.abs(number)
                                            : Math.max(lastDigit(numbers.get(i)), 5e-7 * Math.abs(number))));
        }
    }

    private static double lastDigit(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 1 : Math.pow(10, point + 1 - number.length());
    }
}
