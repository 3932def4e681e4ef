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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EquitiesTest {

    private static final CompanyCalendar CALENDAR = CompanyCalendar.utc();
    private static final Assumptions USUAL = Assumptions.USUAL;
    private static final Shop SHOP = new Shop(900, CALENDAR);
    private static final WallQuery NOVEMBER = new WallQuery(
            CALENDAR.parse("2025-11"),
            Optional.empty(),
            Optional.empty(),
            new Clocks(Shop.THROUGH, Instant.parse("2025-12-01T00:00:00Z")));
    private static final Fitted FITTED = new Fitted();
    private static final Histories HISTORIES = new Histories(SHOP, CALENDAR, USUAL);
    private static final Worth.Valued WORTH =
            (Worth.Valued) HISTORIES.of(NOVEMBER).worth();
    private static final Equities.Answer ANSWER =
            new Equities(SHOP, CALENDAR, HISTORIES, FITTED, 2).of(NOVEMBER, WORTH, USUAL);

    @Test
    void thePartsOfTheChangeAddUpToTheCentByMoveAndBySegment() {
        for (Equities.Changed changed : List.of(ANSWER.period(), ANSWER.year().orElseThrow())) {
            EquityChange change = known(changed.change());
            BigDecimal parts = change.all().model();
            for (Move move : Move.values()) {
                parts = parts.add(change.of(move).moved());
            }
            assertThat(change.all().change().subtract(parts)).isEqualByComparingTo("0.00");
            BigDecimal segments = BigDecimal.ZERO;
            for (Map<Move, Sum> moves : change.segments().values()) {
                for (Sum sum : moves.values()) {
                    segments = segments.add(sum.moved()).add(sum.model());
                }
            }
            assertThat(change.segments()).containsOnlyKeys("gold", "silver");
            assertThat(change.all().change().subtract(segments)).isEqualByComparingTo("0.00");
        }
        EquityChange month = known(ANSWER.period().change());
        assertThat(month.of(Move.GAINED).moved()).isPositive();
        assertThat(month.of(Move.LOST).moved()).isNegative();
        assertThat(month.of(Move.BOUGHT).moved()).isPositive();
        assertThat(month.of(Move.SILENT).moved()).isNegative();
    }

    @Test
    void bothEndsAreWhatThePageAndTheCourseSay() {
        EquityChange change = known(ANSWER.period().change());
        List<EquityCourse.Point> points = ANSWER.course().points();
        assertThat(change.all().now().doubleValue())
                .isCloseTo(WORTH.money().orElseThrow().total().value(), within(0.006));
        assertThat(points.getLast().equity()).contains(change.all().now());
        assertThat(points.get(points.size() - 2).equity()).contains(change.all().before());
        assertThat(known(ANSWER.year().orElseThrow().change()).all().before())
                .isEqualTo(points.getFirst().equity().orElseThrow());
        assertThat(points).hasSize(13);
        assertThat(ANSWER.course().into(points.getLast()).orElseThrow().change())
                .isEqualTo(change.all().change());
    }

    /** One customer after the other, by the formulas of the guide. */
    @Test
    void anIndependentSumOverSingleCustomersSaysTheSame() {
        LocalDate from = LocalDate.parse("2025-10-31");
        Slow then = Slow.fitted(WORTH.model(), from);
        Slow now = Slow.fitted(WORTH.model(), Shop.THROUGH);
        Map<Move, double[]> sums = new EnumMap<>(Move.class);
        for (Shop.Customer customer : SHOP.customers) {
            List<LocalDate> days = customer.days();
            List<LocalDate> early = customer.before(from.plusDays(1));
            boolean stands = !Shop.THROUGH.isAfter(days.getLast().plusDays(90));
            double[] sum =
                    sums.computeIfAbsent(Shop.move(early, days, from.plusDays(1), stands), move -> new double[3]);
            sum[0] += early.isEmpty() ? 0 : then.worth(early, customer.mean(), from);
            sum[1] += then.worth(days, customer.mean(), Shop.THROUGH);
            sum[2] += now.worth(days, customer.mean(), Shop.THROUGH);
        }
        EquityChange change = known(ANSWER.period().change());
        sums.forEach((move, sum) -> {
            assertThat(change.of(move).before().doubleValue()).isCloseTo(sum[0], within(0.03));
            assertThat(change.of(move).meanwhile().doubleValue()).isCloseTo(sum[1], within(0.03));
            assertThat(change.of(move).now().doubleValue()).isCloseTo(sum[2], within(0.03));
        });
    }

    @Test
    void theForecastOfAYearAgoIsHeldAgainstEveryMonth() {
        Forecast forecast = known(ANSWER.forecast());
        assertThat(forecast.cut()).isEqualTo("2024-11-30");
        assertThat(forecast.months()).hasSize(12);
        Forecast.Month last = forecast.months().getLast();
        assertThat(forecast.months().stream().mapToLong(Forecast.Month::came).sum())
                .isEqualTo(last.cameSoFar())
                .isPositive();
        assertThat(forecast.months().stream()
                        .mapToDouble(month -> month.expected().value())
                        .sum())
                .isCloseTo(last.expectedSoFar().value(), within(1e-6));
        assertThat(last.expectedSoFar().interval().contains(last.expectedSoFar().value()))
                .isTrue();
        assertThat(forecast.held()).isBetween(8L, 12L);
        assertThat(forecast.error()).isBetween(-0.15, 0.15);
    }

    /** Silent for more than 90 days on 30 November: last seen on 31 August or before. */
    @Test
    void lostByTheDefinitionAndByProbabilityStandSideBySideAndAddUp() {
        LostRules rules = ANSWER.lost().orElseThrow();
        LostRules.Sum all = rules.all();
        assertThat(all.customers()).isEqualTo(900);
        assertThat(all.lapse())
                .isEqualTo(SHOP.customers.stream()
                        .filter(customer -> customer.days().getLast().isBefore(LocalDate.parse("2025-09-01")))
                        .count());
        assertThat(all.both()).isPositive().isLessThan(Math.min(all.lapse(), all.alive()));
        assertThat(all.gap()).isEqualTo(all.lapse() - all.both() + all.alive() - all.both());
        assertThat(all.lapseOnly()).isPositive();
        assertThat(all.aliveOnly()).isPositive();
        assertThat(rules.months()).hasSize(13);
        assertThat(rules.months().stream().map(LostRules.Month::open))
                .as("not decided: November, October, September")
                .containsExactly(
                        true, true, true, false, false, false, false, false, false, false, false, false, false);
        assertThat(rules.months().getLast().earlier()).isTrue();
    }

    @Test
    void whatWasFittedToTheSameCustomersIsUsedAgainHoweverTheyAreGrouped() {
        LocalDate day = LocalDate.parse("2025-11-30");
        Buyers.State one = new Buyers.State(day.minusDays(9), day, 2, 40, 3, 180, 180);
        Buyers.State part = new Buyers.State(day.minusDays(9), day, 2, 40, 1, 60, 60);
        Buyers.State rest = new Buyers.State(day.minusDays(9), day, 2, 40, 2, 120, 120);
        Fitted fitted = new Fitted();
        Priced first = fitted.on(Buyers.of(List.of(one), day), Kinds.one(Candidate.MBG_NBD), USUAL);
        assertThat(fitted.on(Buyers.of(List.of(rest, part), day), Kinds.one(Candidate.MBG_NBD), USUAL))
                .isSameAs(first);
        assertThat(fitted.on(Buyers.of(List.of(rest), day), Kinds.one(Candidate.MBG_NBD), USUAL))
                .isNotSameAs(first);
        assertThat(first).isInstanceOf(Priced.Unpriced.class);
    }

    @Test
    void aDayWithoutAModelIsSaidInWords() {
        WallQuery early = NOVEMBER.at(CALENDAR.parse("2024-01"));
        Equities.Answer answer = new Equities(SHOP, CALENDAR, HISTORIES, FITTED, 2).of(early, WORTH, USUAL);
        assertThat(answer.period().change())
                .isEqualTo(new Told.Refused<>("At the end of 31 December 2023 nobody had bought by then"));
        assertThat(answer.forecast()).isInstanceOf(Told.Refused.class);
        assertThat(answer.course().points()).hasSize(1);
    }

    private static <T> T known(Told<T> told) {
        return ((Told.Known<T>) told).value();
    }

    private record Slow(PurchaseModel model, GammaGamma spend) {

        static Slow fitted(Candidate candidate, LocalDate day) {
            Buyers buyers = Buyers.of(
                    SHOP.customers.stream()
                            .filter(customer -> !customer.days().getFirst().isAfter(day))
                            .map(customer -> state(customer.before(day.plusDays(1)), customer.mean()))
                            .toList(),
                    day);
            return new Slow(
                    ((Fit.Converged<? extends PurchaseModel>) candidate.fit(buyers.counts())).model(),
                    ((Fit.Converged<GammaGamma>) GammaGamma.fit(buyers.spending())).model());
        }

        private static Buyers.State state(List<LocalDate> days, int mean) {
            double sold = (double) mean * days.size();
            return new Buyers.State(days.getFirst(), days.getLast(), days.size() - 1, sold - mean, 1, sold, sold);
        }

        double worth(List<LocalDate> days, int mean, LocalDate today) {
            int x = days.size() - 1;
            History history = new History(
                    x,
                    ChronoUnit.DAYS.between(days.getFirst(), days.getLast()),
                    ChronoUnit.DAYS.between(days.getFirst(), today));
            double sum = 0;
            double before = 0;
            for (int year = 1; year <= 5; year++) {
                double until = model.expected(365.25 * year, history);
                sum += (until - before) * Math.pow(1.15, 0.5 - year);
                before = until;
            }
            return sum * spend.expected(x, x == 0 ? 0 : mean);
        }
    }
}
