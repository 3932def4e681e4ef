package io.customerroom.walls.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.GammaGamma;
import io.customerroom.statistics.lifetime.History;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.worth.Equities.Told;
import io.customerroom.walls.worth.EquityChange.Sum;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A shop whose gold customers leave after one purchase of two, the others after one of eight. */
class WorthBySegmentTest {

    private static final CompanyCalendar CALENDAR = CompanyCalendar.utc();
    private static final Assumptions ASSUMED = Assumptions.USUAL.bySegment();
    private static final Shop SHOP = new Shop(900, CALENDAR, 2);
    private static final WallQuery NOVEMBER = new WallQuery(
            CALENDAR.parse("2025-11"),
            Optional.empty(),
            Optional.empty(),
            new Clocks(Shop.THROUGH, Instant.parse("2025-12-01T00:00:00Z")));
    private static final Histories HISTORIES = new Histories(SHOP, CALENDAR, ASSUMED);
    private static final Worth.Valued WORTH =
            (Worth.Valued) HISTORIES.of(NOVEMBER).worth();

    @Test
    void goldIsValuedByAModelOfItsOwn() {
        assertThat(WORTH.basis().own()).containsKey("gold");
        assertThat(WORTH.basis().kinds().label()).contains(", for gold ");
        assertThat(WORTH.choices().orElseThrow()).hasSize(2);
        assertThat(new Histories(SHOP, CALENDAR, Assumptions.USUAL).of(NOVEMBER).worth())
                .as("one model is for all where nothing else is defined")
                .isInstanceOfSatisfying(Worth.Valued.class, one -> {
                    assertThat(one.choices()).isEmpty();
                    assertThat(one.basis().own()).isEmpty();
                });
    }

    @Test
    void segmentsBandsYearsAndCustomersAddUpToOneEquity() {
        double total = WORTH.money().orElseThrow().total().value();
        assertThat(WORTH.segments().stream()
                        .mapToDouble(segment -> segment.equity().value())
                        .sum())
                .isCloseTo(total, within(1e-9 * total));
        assertThat(WORTH.segments().stream()
                        .mapToDouble(Worth.Segment::customers)
                        .sum())
                .isEqualTo(WORTH.customers());
        assertThat(WORTH.bands().stream().mapToDouble(Worth.Band::equity).sum()).isCloseTo(total, within(1e-9 * total));
        assertThat(WORTH.money().orElseThrow().years().stream()
                        .mapToDouble(Worth.Amount::value)
                        .sum())
                .isCloseTo(total, within(1e-9 * total));
        List<Buyers.State> states =
                SHOP.customers.stream().map(WorthBySegmentTest::state).toList();
        List<Score> scores = WORTH.basis().of(states, Shop.THROUGH);
        assertThat(scores.stream().mapToDouble(Score::worth).sum()).isCloseTo(total, within(1e-9 * total));
        assertThat(scores.stream().mapToDouble(Score::alive).sum()).isCloseTo(WORTH.alive(), within(1e-6));
        assertThat(WORTH.money().orElseThrow().total().interval().contains(total))
                .isTrue();
    }

    /** One customer after the other: gold by a model fitted to gold alone, silver by that of all, spend by that of all. */
    @Test
    void anIndependentSumOverSingleCustomersSaysTheSame() {
        List<Buyers.State> all =
                SHOP.customers.stream().map(WorthBySegmentTest::state).toList();
        Map<String, Candidate> kinds = WORTH.basis().kinds().own();
        GammaGamma spend = ((Fit.Converged<GammaGamma>)
                        GammaGamma.fit(Buyers.of(all, Shop.THROUGH).spending()))
                .model();
        for (Worth.Segment segment : WORTH.segments()) {
            List<Buyers.State> customers = all.stream()
                    .filter(state -> state.segment().equals(segment.name()))
                    .toList();
            boolean own = kinds.containsKey(segment.name());
            PurchaseModel model = model(own ? kinds.get(segment.name()) : WORTH.model(), own ? customers : all);
            double sum = 0;
            for (Buyers.State state : customers) {
                History history = new History(
                        state.x(),
                        ChronoUnit.DAYS.between(state.firstOn(), state.lastOn()),
                        ChronoUnit.DAYS.between(state.firstOn(), Shop.THROUGH));
                double before = 0;
                for (int year = 1; year <= 5; year++) {
                    double until = model.expected(365.25 * year, history);
                    sum += (until - before)
                            * Math.pow(1.15, 0.5 - year)
                            * spend.expected(state.x(), state.x() == 0 ? 0 : state.spend() / state.x());
                    before = until;
                }
            }
            assertThat(segment.equity().value()).as(segment.name()).isCloseTo(sum, within(1e-6 * sum));
        }
    }

    @Test
    void thePartsOfTheChangeStillAddUpToTheCent() {
        Equities.Answer answer = new Equities(SHOP, CALENDAR, HISTORIES, new Fitted(), 2).of(NOVEMBER, WORTH, ASSUMED);
        EquityChange change = ((Told.Known<EquityChange>) answer.period().change()).value();
        BigDecimal parts = change.all().model();
        for (Move move : Move.values()) {
            parts = parts.add(change.of(move).moved());
        }
        assertThat(change.all().change().subtract(parts)).isEqualByComparingTo("0.00");
        for (Worth.Segment segment : WORTH.segments()) {
            assertThat(change.segments().get(segment.name()).values().stream()
                            .map(Sum::now)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .doubleValue())
                    .isCloseTo(segment.equity().value(), within(0.02));
        }
        assertThat(answer.course().points().getLast().equity())
                .contains(change.all().now());
        Forecast forecast = ((Told.Known<Forecast>) answer.forecast()).value();
        assertThat(forecast.model()).contains("for gold");
    }

    private static Buyers.State state(Shop.Customer customer) {
        int x = customer.days().size() - 1;
        double spend = (double) x * customer.mean();
        return new Buyers.State(
                customer.days().getFirst(),
                customer.days().getLast(),
                x,
                spend,
                1,
                spend + customer.mean(),
                spend + customer.mean(),
                customer.segment());
    }

    private static PurchaseModel model(Candidate kind, List<Buyers.State> states) {
        return ((Fit.Converged<? extends PurchaseModel>) kind.fit(
                        Buyers.of(states, LocalDate.parse("2025-11-30")).counts()))
                .model();
    }
}
