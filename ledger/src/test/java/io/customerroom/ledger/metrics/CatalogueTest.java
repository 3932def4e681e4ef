package io.customerroom.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.ledger.build.LedgerFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    private static final String CARD = """
            -- name: big-spenders
            -- question: Who spends most?
            -- unit: customers
            -- grain: period
            -- direction: up
            -- no-data: zero
            -- source: customer_period
            -- owner: analyst
            -- version: 1
            -- not-comparable-when: never
            -- dimensions: segment, site
            """;

    @TempDir
    Path folder;

    private LedgerFixture ledger;

    @BeforeEach
    void open() {
        ledger = new LedgerFixture(folder);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void builtInTextsRunOnEveryLedgerWithAndWithoutFilters() {
        Catalogue catalogue = Catalogue.load(ledger.workspace, ledger.engine);
        List<String> findings = new ArrayList<>();

        Catalogue.tryOut(catalogue.all(), ledger.engine, findings);

        assertThat(findings).isEmpty();
        assertThat(catalogue.all())
                .extracting(metric -> metric.card().name())
                .contains("customer-math", "value-flow", "priority-contacts")
                .isSorted();
    }

    @Test
    void anAnalystAddsAMetricByAddingAFile() {
        write(
                "big-spenders",
                CARD
                        + "SELECT period, COUNT(*) AS customers FROM {customer_period} WHERE revenue > 100 GROUP BY period ORDER BY period");

        Metric metric = Catalogue.load(ledger.workspace, ledger.engine).metric("big-spenders");

        assertThat(metric.builtIn()).isFalse();
        assertThat(metric.rows()).isEmpty();
        assertThat(metric.card().dimensions()).containsExactly(Dimension.SEGMENT, Dimension.SITE);
    }

    @Test
    void everyFindingOfEveryFileIsToldAtOnce() {
        write(
                "big-spenders",
                CARD.replace("-- owner: analyst\n", "").replace("direction: up", "direction: sideways")
                        + "SELECT 1 ORDER BY 1");
        write("other", CARD.replace("-- unit", "-- units") + "SELECT AVG(revenue) FROM customer_period");

        assertThatThrownBy(() -> Catalogue.load(ledger.workspace, ledger.engine))
                .hasFieldOrPropertyWithValue("code", "METRIC_REFUSED")
                .hasMessageContainingAll(
                        "metrics/big-spenders.sql:1: the card lacks 'owner'.",
                        "metrics/big-spenders.sql:1: direction must be one of [up, down, none], but is 'sideways'.",
                        "metrics/other.sql:3: there is no key 'units'. Did you mean 'unit'?",
                        "metrics/other.sql:1: the name 'big-spenders' must be the file's name, in lower case with hyphens.");
    }

    @Test
    void aTextThatDoesNotFitTheTablesIsRefusedAtStart() {
        write("big-spenders", CARD + "SELECT income FROM {customer_period} ORDER BY income NULLS LAST");

        assertThatThrownBy(() -> Catalogue.load(ledger.workspace, ledger.engine))
                .hasMessageContaining("metrics/big-spenders.sql:12: ")
                .hasMessageContaining("income");
    }

    @Test
    void aBuiltInNameIsTaken() {
        write("revenue", CARD.replace("big-spenders", "revenue") + "SELECT period FROM {calendar} ORDER BY period");

        assertThatThrownBy(() -> Catalogue.load(ledger.workspace, ledger.engine))
                .hasMessage("metrics/revenue.sql:1: there is a built-in metric 'revenue'; choose another name.");
    }

    @Test
    void anUnknownMetricNamesTheNearOne() {
        assertThatThrownBy(() -> Catalogue.load(ledger.workspace, ledger.engine).metric("customer-maths"))
                .hasFieldOrPropertyWithValue(
                        "nextStep", "Did you mean 'customer-math'? './customer-room metrics' lists them.");
    }

    @Test
    void oneMetricIsCheckedWithoutTheOthers() {
        write("big-spenders", CARD + "SELECT income FROM {customer_period} ORDER BY income NULLS LAST");

        assertThat(Catalogue.forOne("revenue", ledger.workspace, ledger.engine).all())
                .extracting(metric -> metric.card().name())
                .containsExactly("revenue");
        assertThatThrownBy(() -> Catalogue.forOne("big-spenders", ledger.workspace, ledger.engine))
                .hasFieldOrPropertyWithValue("code", "METRIC_REFUSED")
                .hasMessageContaining("metrics/big-spenders.sql:12: ");
        assertThatThrownBy(() -> Catalogue.forOne("big-spender", ledger.workspace, ledger.engine))
                .hasFieldOrPropertyWithValue(
                        "nextStep", "Did you mean 'big-spenders'? './customer-room metrics' lists them.");
    }

    @Test
    void aTakenNameIsRefusedForOneMetricToo() {
        write("revenue", CARD.replace("big-spenders", "revenue") + "SELECT period FROM {calendar} ORDER BY period");

        assertThatThrownBy(() -> Catalogue.forOne("revenue", ledger.workspace, ledger.engine))
                .hasFieldOrPropertyWithValue("code", "METRIC_REFUSED");
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(ledger.workspace.metrics());
            Files.writeString(ledger.workspace.metrics().resolve(name + ".sql"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
