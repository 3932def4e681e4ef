package io.customerroom.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.LedgerFixture;
import io.customerroom.ledger.build.StagedFacts;
import io.customerroom.ledger.metrics.ChangeExplained.Figure;
import io.customerroom.ledger.metrics.ChangeExplained.Part;
import io.customerroom.ledger.metrics.ChangeExplained.Split;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeExplainedTest {

    private static final io.customerroom.kernel.CompanyCalendar CALENDAR =
            new io.customerroom.kernel.CompanyCalendar(ZoneId.of("Europe/Berlin"), Month.JULY, DayOfWeek.MONDAY);

    /** Lapse 40 days: 1 stays and grows, 2 is lost in March and said why, 3 comes in March, 4 is lost and silent. */
    private final StagedFacts facts = new StagedFacts()
            .customer(1, "home", "Graz")
            .customer(2, "home", "Wien")
            .customer(3, "trade", "Wien")
            .purchase(1, "2026-02-10", "10")
            .purchase(1, "2026-03-10", "15")
            .purchase(2, "2026-02-01", "20")
            .purchase(4, "2026-01-25", "7")
            .purchase(3, "2026-03-20", "30")
            .sql(
                    "2026-03-05",
                    "INSERT INTO departure SELECT 'd1', 's', 2, TIMESTAMP '2026-03-05 12:00:00', DATE '2026-03-05', TIMESTAMP '2026-03-05 12:00:00',"
                            + " 1, DATE '2026-03-05', NULL, 'moved away', NULL, 'b1'")
            .until("2026-03-31");

    @TempDir
    private Path folder;

    @Test
    void everyPartOfTheChangeHasItsPlace() {
        try (LedgerFixture ledger = new LedgerFixture(folder).activity("lapse-days: 40")) {
            Build build = ledger.build(facts);
            assertThat(told(ledger, build, Figure.CUSTOMERS, Split.STATE)).isEqualTo("""
                    gained 0 1
                    growing 1 1
                    lost 2 0
                    = 3 2""");
            assertThat(told(ledger, build, Figure.VALUE, Split.REASON)).isEqualTo("""
                    gained 0 30
                    lost/moved away 20 0
                    lost/ 7 0
                    stayed 10 25
                    = 37 55""");
            assertThat(told(ledger, build, Figure.LEFT, Split.SEGMENT)).isEqualTo("""
                    home 0 1
                     0 1
                    = 0 2""");
            assertThat(told(ledger, build, Figure.CAME, Split.SITE)).isEqualTo("""
                    Graz 1 0
                    Wien 1 1
                    = 2 1""");
        }
    }

    @Test
    void partsThatDoNotAddUpAreRefused() {
        Part part = new Part("gained", Optional.empty(), BigDecimal.ZERO, BigDecimal.ONE, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeExplained(
                        Figure.CUSTOMERS, Split.STATE, BigDecimal.ZERO, BigDecimal.TWO, List.of(part)))
                .withMessage("parts must add up to 2, but are 1");
    }

    @Test
    void figuresAreNamedByTheirMetricToo() {
        assertThat(Figure.named("customer-math")).isEqualTo(Figure.CUSTOMERS);
        assertThat(Figure.named("value")).isEqualTo(Figure.VALUE);
        assertThatThrownBy(() -> Figure.named("revenue"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("'revenue' cannot be explained.");
    }

    private static String told(LedgerFixture ledger, Build build, Figure figure, Split split) {
        Questions questions = new Questions(Catalogue.load(ledger.workspace, ledger.engine), ledger.engine, CALENDAR);
        Answer answer = questions.ask(
                build, MetricQuery.of(ChangeExplained.METRIC, Grain.MONTH).in(CALENDAR.parse("2026-03")));
        ChangeExplained explained = ChangeExplained.of(answer.rows(), figure).stream()
                .filter(one -> one.split() == split)
                .findFirst()
                .orElseThrow();
        return explained.parts().stream()
                        .map(part -> "%s%s %s %s"
                                .formatted(
                                        part.name(),
                                        part.reason()
                                                .map(reason -> "/" + reason)
                                                .orElse(""),
                                        plain(part.before()),
                                        plain(part.now())))
                        .collect(Collectors.joining("\n"))
                + "\n= " + plain(explained.before()) + " " + plain(explained.now());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
