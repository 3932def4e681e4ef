package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's page data-sets.md. Expected figures were computed independently of this code. */
class DataSetsIT {

    @TempDir
    Path folder;

    private ImportRoom room;

    @BeforeEach
    void open() {
        room = new ImportRoom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void passengersWhoLeftTheQuestionBlankAreNoPromoters() {
        Receipt receipt = load("sfo-survey/2017_SFO_Customer_Survey.csv.gz", "sfo-survey-2017");
        assertThat(receipt.counts().kept()).isEqualTo(2_831);
        assertThat(room.ask("""
                SELECT count(score), round(100.0 * (count(*) FILTER (score >= 9) - count(*) FILTER (score <= 6)) / count(score), 2)
                FROM feedback WHERE survey = 'nps'
                """)).isEqualTo("2746 39.84\n");
        assertThat(room.ask("""
                SELECT round(100.0 * sum(CASE WHEN score >= 9 THEN weight WHEN score <= 6 THEN -weight ELSE 0 END) / sum(weight), 2)
                FROM feedback WHERE survey = 'nps' AND score IS NOT NULL
                """)).isEqualTo("40.4\n");
    }

    @Test
    void theLastRowOfATicketSaysWhetherItsPromiseWasKept() {
        load("incident-servicenow/incident_event_log.csv.gz", "incident-sla");
        assertThat(room.ask("SELECT count(*), count(*) FILTER (value = 0) FROM operation"))
                .isEqualTo("20769 8174\n");
    }

    @Test
    void aParcelOfThePromisedDayIsLateByTheInstantAndOnTimeByTheDay() {
        load("olist-3k/olist_orders_dataset.csv", "olist-orders");
        load("olist-3k/olist_order_reviews_dataset.csv", "olist-reviews");
        assertThat(room.ask("""
                SELECT count(*) FILTER (actual_at > promised_at), count(*) FILTER (actual_on > promised_on)
                FROM operation
                """)).isEqualTo("231 191\n");
        assertThat(room.ask("""
                SELECT CAST(o.actual_at AS DATE) > CAST(o.promised_at AS DATE) AS late, count(*), round(avg(f.score), 5)
                FROM feedback AS f JOIN operation AS o ON o.key = f.theme
                WHERE o.actual_at IS NOT NULL
                GROUP BY late ORDER BY late
                """)).startsWith("false 2710 4.26827").contains("\ntrue 193 2.28497\n");
    }

    @Test
    void twoDepartmentsCountTwoKindsOfChurn() {
        load("ravenstack-synthetic/ravenstack_accounts.csv", "ravenstack-accounts");
        load("ravenstack-synthetic/ravenstack_churn_events.csv", "ravenstack-churn");
        assertThat(room.ask("SELECT count(*) FROM customer WHERE segment = 'TRUE'"))
                .isEqualTo("110\n");
        assertThat(room.ask("SELECT count(DISTINCT customer) FROM departure")).isEqualTo("352\n");
    }

    @Test
    void foodmartsCostsAddUpToTheCent() throws IOException {
        String days = lines("foodmart/time_by_day.csv.gz")
                .lines()
                .skip(1)
                .map(line -> "\"%s\": \"%s\"".formatted(line.split(",")[0], line.split(",")[1].substring(0, 10)))
                .collect(Collectors.joining(", "));
        loadAs("foodmart/sales_fact_1997.csv.gz", """
                fact: purchase
                source: foodmart
                columns:
                  customer: customer_id
                  date: {from: time_id, codes: {%s}, format: iso}
                  product: product_id
                  quantity: unit_sales
                  amount: store_sales
                  cost: store_cost
                  site: store_id
                """.formatted(days));
        assertThat(
                        room.ask(
                                "SELECT sum(amount), sum(cost), sum(amount - cost), min(occurred_on) >= DATE '1997-01-01' FROM purchase"))
                .isEqualTo("565238.130000 225627.233600 339610.896400 true\n");
    }

    @Test
    void aNewUserGetsTheColumnsOfATicketLogRight() {
        Path log = RealData.file("incident-servicenow/incident_event_log.csv.gz");
        String mapping = room.imports
                .preview(ImportRequest.of(log, io.customerroom.ledger.facts.FactKind.TICKET))
                .yaml();
        assertThat(mapping).contains("\"?\"", "opened: {from: opened_at", "closed: {from: closed_at");
    }

    private Receipt load(String data, String mapping) {
        return loadAs(data, RealData.mapping("data-sets/" + mapping + ".yaml"));
    }

    private Receipt loadAs(String data, String mapping) {
        var read = MappingYaml.read(mapping, "mapping.yaml", Optional.empty());
        return room.load(ImportRequest.of(RealData.file(data), read.fact()).with(read));
    }

    private static String lines(String data) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RealData.file(data))), StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.joining("\n"));
        }
    }
}
