package io.customerroom.web.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.walls.worth.WorthTable;
import io.customerroom.web.fixture.FixtureRoom;
import io.customerroom.web.walls.Views;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What each customer is worth, and the page of one of them. */
@SpringBootTest(classes = FixtureRoom.class)
@AutoConfigureMockMvc
class CustomerPagesTest {

    private static final String CUSTOMER = new CustomerId(1_000_001).toString();

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private CustomerWorths worths;

    @Autowired
    private Views views;

    @Test
    void whatCustomersAreWorthAddsUpToTheChapterToTheCent() {
        List<BigDecimal> values = values("/worth.csv?period=2026-10");
        String chapter = text("/walls/1/customer-equity.csv?period=2026-10");

        assertThat(values).hasSize(600);
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(chapter).contains("together," + sum.stripTrailingZeros().toPlainString() + ",");
        String bands = text("/walls/1/worth-alive.csv?period=2026-10");
        for (int from : List.of(0, 20, 40, 60, 80)) {
            BigDecimal band =
                    values("/worth.csv?period=2026-10&from=" + from).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            String line = bands.lines()
                    .filter(row -> row.startsWith(from + "–"))
                    .findFirst()
                    .orElseThrow();
            assertThat(new BigDecimal(line.substring(line.lastIndexOf(',') + 1)))
                    .isEqualByComparingTo(band);
        }
    }

    @Test
    void theChapterOpensToTheCustomersOfABandPageByPage() {
        assertThat(text("/walls/1/worth?period=2026-10"))
                .contains("/worth?period=2026-10&amp;from=80", "/worth?period=2026-10\"");
        assertThat(text("/worth?period=2026-10"))
                .contains("Customers 1 to 100 of 600, together worth GBP ", "page=2", "/customers/c")
                .contains("discounted by 15 % a year", "purchase-states@1", "worth@1");
        assertThat(text("/worth?period=2026-10&from=80&page=99")).contains("still are customers with 80–100 %");
    }

    @Test
    void whoIsLostByProbabilityOpensMonthByMonthAndAddsUp() {
        List<String[]> rules = text("/walls/1/worth-lost.csv?period=2026-10")
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
        List<String> heading = Arrays.asList(rules.getFirst());
        for (String count : List.of("alive", "both", "gap")) {
            int at = heading.indexOf(count);
            String lost = count.equals("gap") ? "alone" : count;
            assertThat(values("/worth.csv?period=2026-10&lost=" + lost)).hasSize(Integer.parseInt(rules.getLast()[at]));
            assertThat(values("/worth.csv?period=2026-10&lost=" + lost + "&last_from=2026-05-01&last_to=2026-05-31"))
                    .hasSize(Integer.parseInt(rules.stream()
                            .filter(row -> row[0].equals("2026-05"))
                            .findFirst()
                            .orElseThrow()[at]));
        }
        assertThat(text("/walls/1/worth?period=2026-10")).contains("lost=alive", "lost=both", "lost=alone");
        assertThat(text("/worth?period=2026-10&lost=both")).contains("lost by the definition and by P(alive)");
    }

    @Test
    void theCustomersOfASegmentAddUpToWhatTheChapterSaysOfIt() {
        List<String[]> segments = text("/walls/1/worth-segments.csv?period=2026-10")
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(segments).extracting(row -> row[0]).containsExactly("segment", "gold", "silver", "together");
        for (String[] segment : segments.subList(1, 3)) {
            List<BigDecimal> values = values("/worth.csv?period=2026-10&of=" + segment[0]);
            assertThat(values).hasSize(Integer.parseInt(segment[1]));
            assertThat(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(segment[2]);
        }
        assertThat(text("/walls/1/worth?period=2026-10")).contains("of=gold");
    }

    @Test
    void everyDimensionAddsUpToTheSameCustomersAndTheSameWorth() {
        BigDecimal all = values("/worth.csv?period=2026-10").stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal parts = BigDecimal.ZERO;
        int customers = 0;
        for (String channel : List.of("web", "phone")) {
            List<BigDecimal> some = values("/worth.csv?period=2026-10&by=channel&of=" + channel);
            customers += some.size();
            parts = parts.add(some.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        assertThat(customers).isEqualTo(600);
        assertThat(parts).isEqualByComparingTo(all);
        assertThat(values("/worth.csv?period=2026-10&by=site&of=")).hasSize(600);
        assertThat(text("/worth?period=2026-10&by=channel"))
                .contains("/worth?period=2026-10&amp;by=channel&amp;of=phone", "by=cohort", "aria-current=\"true\"");
        assertThat(text("/worth?period=2026-10&by=cohort"))
                .contains("Month of the first purchase", "by=cohort&amp;of=2025-");
    }

    /** The lists of two views are kept, and one that has just gone: a file of the fourth before would have lost its last rows. */
    @Test
    void aListThatSomebodyReadsStaysOpenHoweverManyOthersAreAskedFor() {
        WorthTable read = worths.table(views.of(Map.of("period", "2026-10")))
                .orElseThrow()
                .held();
        for (String other : List.of("2026-09", "2026-08", "2026-07")) {
            assertThat(worths.table(views.of(Map.of("period", other)))).isPresent();
        }
        WorthTable.Part all = WorthPart.of(Map.of()).in(0.5);

        assertThat(read.lines(all, RowScope.everything(), 0, 0)).hasSize(600);
        read.release();
        assertThatThrownBy(() -> read.lines(all, RowScope.everything(), 0, 0)).hasMessageContaining("closed");
    }

    @Test
    void aCustomerIsWorthSomethingWithAnIntervalAndItsPathIsDrawn() {
        assertThat(text("/customers/" + CUSTOMER + "?period=2026-10"))
                .contains("Expected revenue to come", "90 % interval from GBP ")
                .contains("Still a customer with", "Probability that the customer has not left")
                .contains("id=\"alive-path\"", "<svg", "Contribution per year")
                .contains("GBP 65.00 in all, first on 20 May 2026, last on 3 August 2026")
                .contains("Customer from 2026-05 to 2026-10");
    }

    @Test
    void whatHappenedIsToldInSentencesAndRunsNothing() {
        assertThat(text("/customers/" + CUSTOMER + "?period=2026-10"))
                .contains("Left: moved away", "Complained: late")
                .contains("Bought order 77, line 2, &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;, GBP 25.00")
                .doesNotContain("<script>alert", "Cost us");
    }

    @Test
    void whoHadNotBoughtByThenHasNoValue() {
        assertThat(text("/customers/" + CUSTOMER + "?period=2026-04"))
                .contains("Never bought by 30 April 2026")
                .doesNotContain("Expected revenue to come");
    }

    private List<BigDecimal> values(String address) {
        List<String[]> rows =
                text(address).lines().map(line -> line.split(",", -1)).toList();
        int at = Arrays.asList(rows.getFirst()).indexOf("value");
        return rows.stream().skip(1).map(row -> new BigDecimal(row[at])).toList();
    }

    private String text(String address) {
        try {
            return pages.get().uri(address).exchange().getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
