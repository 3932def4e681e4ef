package io.customerroom.walls.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.History;
import io.customerroom.statistics.lifetime.ParetoNbd;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.walls.worth.Buyers.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValuationTest {

    private static final LocalDate START = LocalDate.parse("2024-01-01");
    private static final LocalDate CUT = LocalDate.parse("2025-03-31");
    private static final LocalDate END = LocalDate.parse("2025-09-30");
    private static final Assumptions USUAL = Assumptions.USUAL;

    @Test
    void customersAlikeMeetAndWhoCameLaterIsLeftOut() {
        Buyers buyers = Buyers.of(
                List.of(
                        new State(START, START.plusDays(9), 2, 40, 1, 60, 60),
                        new State(START, START.plusDays(9), 2, 20, 3, 120, 102),
                        new State(START, START, 0, 0, 5, 20, 18),
                        new State(START, END, 1, 7, 1, 9, 9)),
                START.plusDays(30));

        assertThat(buyers.counts().size()).isEqualTo(2);
        assertThat(buyers.counts().state(1)).isEqualTo(new History(2, 9, 30));
        assertThat(buyers.counts().weight(1)).isEqualTo(4);
        assertThat(buyers.states().spend(1)).as("40 + 3 × 20").isEqualTo(100);
        assertThat(buyers.kept()).as("180 of 200").isEqualTo(0.9);
        assertThat(buyers.spending().mean()).as("(20 + 3 × 10) / 4").isEqualTo(12.5);
        assertThat(buyers.since()).isEqualTo(START);
    }

    @Test
    void aFewCustomersAreRefusedInWords() {
        List<State> few = List.of(new State(START, START.plusDays(40), 1, 10, 4, 80, 80));

        Worth worth = new Valuation(USUAL)
                .of(
                        Buyers.of(few, CUT),
                        List.of(new Holdout.Step("2025-04", CUT.plusDays(30), 2)),
                        Buyers.of(few, END));

        assertThat(worth).asInstanceOf(type(Worth.Refused.class)).satisfies(refused -> {
            assertThat(refused.why()).as("a sentence without a formula").doesNotContain("NBD", "=");
            assertThat(refused.passedOver())
                    .extracting(Worth.PassedOver::model)
                    .contains(Candidate.MBG_NBD, Candidate.PARETO_NBD);
            assertThat(refused.passedOver())
                    .allSatisfy(one -> assertThat(one.why()).contains("20"));
            assertThat(refused.holdout().orElseThrow().best()).isEmpty();
            assertThat(refused.holdout().orElseThrow().baseline()).isEmpty();
        });
    }

    @Test
    void whatSimulatedCustomersWillBuyIsFoundAndItsPartsAddUp() {
        Company company = Company.drawn(2500);
        Worth worth = new Valuation(USUAL).of(company.early(), company.came(), company.now());

        assertThat(worth).asInstanceOf(type(Worth.Valued.class)).satisfies(valued -> {
            Holdout holdout = valued.holdout();
            assertThat(holdout.total()).isEqualTo(company.came().getFirst().purchases());
            assertThat(holdout.error(holdout.best().orElseThrow()).orElseThrow())
                    .isBetween(-0.1, 0.1);
            Worth.Equity equity = valued.money().orElseThrow();
            double total = equity.total().value();
            assertThat(equity.years().stream().mapToDouble(Worth.Amount::value).sum())
                    .isCloseTo(total, within(1e-6 * total));
            assertThat(valued.bands().stream().mapToDouble(Worth.Band::equity).sum())
                    .isCloseTo(total, within(1e-6 * total));
            assertThat(valued.bands().stream()
                            .mapToDouble(Worth.Band::customers)
                            .sum())
                    .isEqualTo(valued.customers())
                    .isEqualTo(company.now().counts().customers());
            assertThat(valued.bands().stream()
                            .mapToDouble(Worth.Band::purchases)
                            .sum())
                    .isCloseTo(valued.purchases().value(), within(1e-6));
            assertThat(equity.total().interval().contains(total)).isTrue();
            assertThat(valued.purchases().value())
                    .as("what the planted model expects of the same customers")
                    .isCloseTo(company.truth(), within(0.15 * company.truth()));
        });
    }

    /** Sums were computed from states; customer by customer it is the same, whichever model values them. */
    @Test
    void whatSingleCustomersAreWorthAddsUpForEveryModel() {
        Company company = Company.drawn(1200);
        for (Candidate candidate : Candidate.values()) {
            if (candidate.fit(company.now().counts()) instanceof Fit.Converged<? extends PurchaseModel> fit) {
                Worth.Valued valued = new Valuation(USUAL)
                        .valued(candidate, "", fit, company.now(), Holdout.of(company.early(), company.came()));
                List<Score> scores = valued.basis().of(company.states(), END);
                double total = valued.money().orElseThrow().total().value();
                assertThat(scores.stream().mapToDouble(Score::worth).sum())
                        .as(candidate.label())
                        .isCloseTo(total, within(1e-9 * total));
                assertThat(scores.stream().mapToDouble(Score::purchases).sum())
                        .isCloseTo(valued.purchases().value(), within(1e-6));
                assertThat(scores)
                        .allMatch(
                                score -> score.value().orElseThrow().interval().contains(score.worth())
                                        && score.discounted() > 0);
            }
        }
    }

    /** Rates differ, nobody leaves: the NBD values them, and its interval reaches lower than that of the fit alone. */
    @Test
    void whereNobodyIsSeenToLeaveTheUpperBoundIsToldAndTheIntervalReachesDown() {
        Random random = new Random(3);
        List<State> early = new ArrayList<>();
        List<State> now = new ArrayList<>();
        long came = 0;
        for (int i = 0; i < 800; i++) {
            LocalDate first = START.plusDays(random.nextInt(200));
            double rate = (0.2 + random.nextDouble()) / 30;
            List<LocalDate> days = new ArrayList<>();
            for (LocalDate day = first.plusDays(1); !day.isAfter(END); day = day.plusDays(1)) {
                if (random.nextDouble() < rate) {
                    days.add(day);
                }
            }
            List<LocalDate> known =
                    days.stream().filter(day -> !day.isAfter(CUT)).toList();
            double mean = 10 + random.nextInt(30);
            early.add(Company.state(first, known, mean));
            now.add(Company.state(first, days, mean));
            came += days.size() - known.size();
        }
        Worth worth = new Valuation(USUAL)
                .of(Buyers.of(early, CUT), List.of(new Holdout.Step("held out", END, came)), Buyers.of(now, END));

        assertThat(worth).asInstanceOf(type(Worth.Valued.class)).satisfies(valued -> {
            assertThat(valued.model()).isEqualTo(Candidate.NBD);
            assertThat(valued.passedOver()).isEqualTo("No leaving is seen in this history.");
            assertThat(valued.alive()).isEqualTo(800);
            assertThat(valued.basis().common().quickest()).isPresent();
        });
    }

    @Test
    void moneyOfTheSecondYearIsDiscountedForAYearAndAHalf() {
        assertThat(USUAL.weight(2)).isCloseTo(Math.pow(1.15, -1.5), within(1e-12));
        assertThat(USUAL.words()).isEqualTo("discounted by 15 % a year, 5 years ahead");
        assertThatThrownBy(() -> new Assumptions(-0.1, 5, 0.9, 0.5, "worth@1", false))
                .hasMessageContaining("yearly rate");
    }

    /** Customers of a planted Pareto/NBD who came in the first year, each paying around a mean of his own. */
    private record Company(Buyers early, List<Holdout.Step> came, Buyers now, List<State> states, double truth) {

        private static final ParetoNbd MODEL = new ParetoNbd(0.8, 40, 0.7, 150);

        static Company drawn(int customers) {
            Random random = new Random(20250930);
            List<State> early = new ArrayList<>();
            List<State> now = new ArrayList<>();
            long came = 0;
            double truth = 0;
            for (int i = 0; i < customers; i++) {
                LocalDate first = START.plusDays(random.nextInt(365));
                double mean = 20 * Math.exp(0.6 * random.nextGaussian());
                List<LocalDate> days = days(random, first);
                List<LocalDate> known =
                        days.stream().filter(day -> !day.isAfter(CUT)).toList();
                early.add(state(first, known, mean));
                now.add(state(first, days, mean));
                came += days.size() - known.size();
                LocalDate last = days.isEmpty() ? first : days.getLast();
                truth += MODEL.expected(
                        Assumptions.YEAR,
                        new History(
                                days.size(),
                                last.toEpochDay() - first.toEpochDay(),
                                END.toEpochDay() - first.toEpochDay()));
            }
            return new Company(
                    Buyers.of(early, CUT),
                    List.of(new Holdout.Step("held out", END, came)),
                    Buyers.of(now, END),
                    now,
                    truth);
        }

        static State state(LocalDate first, List<LocalDate> days, double mean) {
            double spend = Math.rint(100 * mean * days.size()) / 100;
            return new State(
                    first, days.isEmpty() ? first : days.getLast(), days.size(), spend, 1, spend + mean, spend + mean);
        }

        /** Further days with a purchase: a rate and a lifetime of his own. */
        private static List<LocalDate> days(Random random, LocalDate first) {
            double rate = gamma(random, MODEL.r()) / MODEL.alpha();
            double life = -Math.log(1 - random.nextDouble()) / (gamma(random, MODEL.s()) / MODEL.beta());
            double window = Math.min(life, END.toEpochDay() - first.toEpochDay());
            List<LocalDate> days = new ArrayList<>();
            double at = -Math.log(1 - random.nextDouble()) / rate;
            while (at < window) {
                LocalDate day = first.plusDays((long) Math.ceil(at));
                if (!day.isAfter(END) && (days.isEmpty() || day.isAfter(days.getLast()))) {
                    days.add(day);
                }
                at -= Math.log(1 - random.nextDouble()) / rate;
            }
            return days;
        }

        /** By Johnk's rejection; the shape lies below 1. */
        private static double gamma(Random random, double shape) {
            while (true) {
                double u = Math.pow(random.nextDouble(), 1 / shape);
                double v = Math.pow(random.nextDouble(), 1 / (1 - shape));
                if (u + v <= 1) {
                    return -Math.log(1 - random.nextDouble()) * u / (u + v);
                }
            }
        }
    }
}
