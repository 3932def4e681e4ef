package io.customerroom.walls.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.History;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.walls.worth.SegmentChoice.Trial;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentTrialsTest {

    private static final LocalDate START = LocalDate.parse("2024-01-01");
    private static final LocalDate CUT = LocalDate.parse("2025-06-30");
    private static final LocalDate END = LocalDate.parse("2025-12-31");

    /** Gold buys every ten days and leaves seldom, silver every sixty and leaves often. */
    private static final List<EquityChange.Mover> APART =
            company(11, 600, new Habit("gold", 10, 0.02), new Habit("silver", 60, 0.25));

    private static final List<EquityChange.Mover> ALIKE =
            company(12, 600, new Habit("gold", 25, 0.1), new Habit("silver", 25, 0.1));

    private static final List<SegmentChoice> CHOICES =
            new SegmentTrials(CUT, END, Candidate.MBG_NBD).of(Movements.of(APART, CUT, END));

    @Test
    void segmentsThatDifferGetModelsOfTheirOwn() {
        assertThat(CHOICES).extracting(SegmentChoice::segment).containsExactly("gold", "silver");
        assertThat(CHOICES).allSatisfy(choice -> {
            assertThat(choice.own()).as(choice.why()).isPresent();
            assertThat(choice.chosen().orElseThrow().gain())
                    .isGreaterThan(2 * choice.chosen().orElseThrow().error());
            assertThat(choice.runnerUp()).isPresent();
            assertThat(choice.why()).contains("fitted to them alone, foretold them better by");
        });
    }

    @Test
    void segmentsAlikeAreLeftAlone() {
        assertThat(new SegmentTrials(CUT, END, Candidate.MBG_NBD).of(Movements.of(ALIKE, CUT, END)))
                .allSatisfy(choice -> {
                    assertThat(choice.own()).isEmpty();
                    assertThat(choice.trials().getFirst().gain()).isZero();
                    assertThat(choice.why()).contains("fitted to them alone");
                });
    }

    /** One customer after the other, without counts: the gain and its error are those of a list of differences. */
    @Test
    void theScoreIsThatOfASlowSumOverSingleCustomers() {
        SegmentChoice gold = CHOICES.getFirst();
        List<Buyers.State> known =
                APART.stream().flatMap(mover -> mover.before().stream()).toList();
        PurchaseModel all = model(gold.trials().getFirst().own().orElse(Candidate.MBG_NBD), known);
        Trial trial = gold.chosen().orElseThrow();
        PurchaseModel own = model(
                trial.own().orElseThrow(),
                known.stream().filter(state -> state.segment().equals("gold")).toList());
        List<Double> differences = new ArrayList<>();
        double foretold = 0;
        long came = 0;
        for (EquityChange.Mover mover : APART) {
            if (mover.segment().equals("gold") && mover.before().isPresent()) {
                History early = history(mover.before().get(), CUT);
                History late = history(mover.now(), END);
                differences.add(own.logLikelihood(late)
                        - own.logLikelihood(early)
                        - all.logLikelihood(late)
                        + all.logLikelihood(early));
                foretold += own.expected(184, early);
                came += late.x() - early.x();
            }
        }
        double sum = differences.stream().mapToDouble(one -> one).sum();
        double mean = sum / differences.size();
        double squares = differences.stream()
                .mapToDouble(one -> (one - mean) * (one - mean))
                .sum();
        assertThat(gold.customers()).isEqualTo(differences.size());
        assertThat(gold.came()).isEqualTo(came);
        assertThat(trial.gain()).isCloseTo(sum, within(1e-6 * Math.abs(sum)));
        assertThat(trial.error()).isCloseTo(Math.sqrt(squares), within(1e-6 * Math.sqrt(squares)));
        assertThat(trial.foretold()).isCloseTo(foretold, within(1e-6 * foretold));
    }

    @Test
    void aSmallSegmentIsLeftToTheModelOfAllInWords() {
        List<EquityChange.Mover> movers = new ArrayList<>(APART);
        movers.addAll(company(13, 120, new Habit("bronze", 30, 0.1)));

        SegmentChoice bronze = new SegmentTrials(CUT, END, Candidate.MBG_NBD)
                .of(Movements.of(movers, CUT, END))
                .getFirst();

        assertThat(bronze.own()).isEmpty();
        assertThat(bronze.trials()).isEmpty();
        assertThat(bronze.why())
                .isEqualTo("Only %d of them had bought by 30 June 2025; fewer than 200 are not fitted alone"
                        .formatted(bronze.customers()));
    }

    @Test
    void whereThereIsOneSegmentNothingIsChosen() {
        assertThat(new SegmentTrials(CUT, END, Candidate.MBG_NBD)
                        .of(Movements.of(company(14, 300, new Habit("", 30, 0.1)), CUT, END)))
                .isEmpty();
    }

    private record Habit(String segment, double days, double leaving) {}

    /** Every customer has a rate of his own around that of his segment. */
    static List<EquityChange.Mover> company(long seed, int each, Habit... habits) {
        Random random = new Random(seed);
        List<EquityChange.Mover> movers = new ArrayList<>();
        for (Habit habit : habits) {
            for (int i = 0; i < each; i++) {
                LocalDate day = START.plusDays(random.nextInt(700));
                double mean = habit.days() * Math.exp(0.7 * random.nextGaussian());
                List<LocalDate> days = new ArrayList<>(List.of(day));
                while (random.nextDouble() >= habit.leaving()) {
                    day = day.plusDays(1 + (long) (-mean * Math.log(1 - random.nextDouble())));
                    if (day.isAfter(END)) {
                        break;
                    }
                    days.add(day);
                }
                movers.add(mover(habit.segment(), days));
            }
        }
        return movers;
    }

    private static EquityChange.Mover mover(String segment, List<LocalDate> days) {
        List<LocalDate> early = days.stream().filter(day -> !day.isAfter(CUT)).toList();
        return new EquityChange.Mover(
                early.isEmpty() ? Move.GAINED : early.size() < days.size() ? Move.BOUGHT : Move.SILENT,
                segment,
                Standing.ACTIVE,
                early.isEmpty() ? Optional.empty() : Optional.of(state(segment, early)),
                state(segment, days));
    }

    private static Buyers.State state(String segment, List<LocalDate> days) {
        double spend = 20.0 * (days.size() - 1);
        return new Buyers.State(
                days.getFirst(), days.getLast(), days.size() - 1, spend, 1, spend + 20, spend + 20, segment);
    }

    private static PurchaseModel model(Candidate kind, List<Buyers.State> states) {
        return ((Fit.Converged<? extends PurchaseModel>)
                        kind.fit(Buyers.of(states, CUT).counts()))
                .model();
    }

    private static History history(Buyers.State state, LocalDate day) {
        return new History(
                state.x(),
                ChronoUnit.DAYS.between(state.firstOn(), state.lastOn()),
                ChronoUnit.DAYS.between(state.firstOn(), day));
    }
}
