package io.customerroom.acceptance.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.customerroom.testkit.company.OnlineRetail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A grocer's sales with their cost, in three files: 1997, 1998 without its December, and that December. Beside it, the same files walked through line by line. */
class FoodmartIT {

    private static final List<String> FILES = List.of("sales_fact_1997", "sales_fact_1998", "sales_fact_dec_1998");

    @TempDir
    Path folder;

    @Test
    void threeFilesOfOneSourceAddUpToTheCentAndTheirWhaleCurvesAreTheSlowOnes() {
        String mapping = Path.of("")
                .toAbsolutePath()
                .resolveSibling("docs/guide/data-sets/foodmart-sales.yaml")
                .toString();
        Room room = Room.init(folder.resolve("room"), "--currency", "USD");
        room.load(file(FILES.get(0)), "--mapping", mapping);
        room.load(file(FILES.get(1)), "--mapping", mapping);
        assertThat(years(room))
                .containsExactly(
                        "1997 565238.13 225627.2336 339610.8964 5581", "1998 1079147.47 432565.7289 646581.7411 8736");
        List<String> withoutDecember = years(room);

        room.load(file(FILES.get(2)), "--mapping", mapping);
        assertThat(years(room))
                .containsExactly(
                        "1997 565238.13 225627.2336 339610.8964 5581", "1998 1199308.31 480667.497 718640.813 8842");
        assertThat(Table.of(room.show("contribution", "month", "--period", "1998-12"))
                        .lines("revenue", "cost_of_sales", "contribution"))
                .containsExactly("120160.84 48101.7681 72059.0719");
        assertThat(Table.of(room.show("revenue", "year")).sum("unknown_lines")).isZero();

        isTheSlowCurve(room, "1997", "period", FILES.subList(0, 1), 5_581);
        isTheSlowCurve(room, "1998", "period", FILES.subList(1, 3), 8_842);
        isTheSlowCurve(room, "1998", "all", FILES, 8_842);

        room.undo(3);
        assertThat(years(room)).isEqualTo(withoutDecember);
    }

    private static List<String> years(Room room) {
        return Table.of(room.show("contribution", "year"))
                .lines("period", "revenue", "cost_of_sales", "contribution", "customers");
    }

    /** Whoever is known by the period's end stands on the curve, with nothing if nothing was bought in it. */
    private static void isTheSlowCurve(Room room, String year, String window, List<String> files, int customers) {
        List<BigDecimal> slow = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        List<BigDecimal> earned = new ArrayList<>(contributions(files).values());
        int earning = earned.size();
        while (earned.size() < customers) {
            earned.add(BigDecimal.ZERO);
        }
        earned.sort(Comparator.reverseOrder());
        for (BigDecimal one : earned) {
            sum = sum.add(one);
            slow.add(sum);
        }
        Table curve = Table.of(room.show("whale-curve", "year", "--period", year, "--where", "window=" + window));
        assertThat(curve.size()).as("points").isBetween(100, 103);
        int before = 0;
        for (int row = 0; row < curve.size(); row++) {
            int place = curve.number(row, "place").intValueExact();
            assertThat(place).as("order of points").isGreaterThan(before);
            assertThat(curve.number(row, "customers")).isEqualByComparingTo(BigDecimal.valueOf(customers));
            assertThat(curve.number(row, "earning")).isEqualByComparingTo(BigDecimal.valueOf(earning));
            assertThat(curve.number(row, "below_zero")).isZero();
            assertThat(curve.number(row, "cumulative"))
                    .as("%s, %s, place %d", year, window, place)
                    .isEqualByComparingTo(slow.get(place - 1));
            assertThat(curve.number(row, "share_of_contribution"))
                    .isEqualByComparingTo(slow.get(place - 1).movePointRight(2).divide(sum, 2, RoundingMode.HALF_UP));
            before = place;
        }
        assertThat(before).as("the last point is the last customer").isEqualTo(customers);
        assertThat(curve.lines("point", "share_of_customers", "share_of_contribution")
                        .getLast())
                .endsWith("end 100.00 100.00");
    }

    /** What each customer left, sale by sale. */
    private static Map<String, BigDecimal> contributions(List<String> files) {
        Map<String, BigDecimal> customers = new HashMap<>();
        for (String name : files) {
            List<String> lines = lines(name);
            assertThat(lines.getFirst())
                    .isEqualTo(
                            "product_id,time_id,customer_id,promotion_id,store_id,store_sales,store_cost,unit_sales");
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                customers.merge(cells[2], new BigDecimal(cells[5]).subtract(new BigDecimal(cells[6])), BigDecimal::add);
            }
        }
        return customers;
    }

    private static List<String> lines(String name) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file(name))), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        Path file = OnlineRetail.folder().resolve("foodmart").resolve(name + ".csv.gz");
        assumeTrue(
                Files.exists(file), () -> "no " + file + "; set CUSTOMER_ROOM_DATA to the folder that holds foodmart");
        return file;
    }
}
