package io.customerroom.walls.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.statistics.lifetime.CountedStates;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.History;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.walls.worth.Misses.By;
import io.customerroom.walls.worth.Misses.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class MissesTest {

    private static final LocalDate CUT = LocalDate.parse("2025-06-30");
    private static final LocalDate UNTIL = LocalDate.parse("2026-06-30");
    private static final int FIRST_DAY = (int) LocalDate.parse("2024-01-01").toEpochDay();
    private static final int CUT_DAY = (int) CUT.toEpochDay();
    private static final int LAST_DAY = (int) UNTIL.toEpochDay();

    @Test
    void everyWayToTellCustomersApartAddsUpToWhatSingleCustomersWereForetold() {
        Shoppers shoppers = new Shoppers(1, 600, 0);
        Misses misses = shoppers.misses();
        PurchaseModel model = shoppers.fit().model();
        double all = 0;
        double gold = 0;
        double spring = 0;
        double once = 0;
        for (Shopper shopper : shoppers.all) {
            double expected = model.expected(
                    LAST_DAY - CUT_DAY,
                    new History(shopper.earlyX, shopper.earlyLast - shopper.first, CUT_DAY - shopper.first));
            all += expected;
            gold += shopper.segment.equals("gold") ? expected : 0;
            spring += LocalDate.ofEpochDay(shopper.first).toString().compareTo("2024-04") >= 0
                            && LocalDate.ofEpochDay(shopper.first).toString().compareTo("2024-07") < 0
                    ? expected
                    : 0;
            once += shopper.earlyX == 0 ? expected : 0;
        }
        for (By by : By.values()) {
            List<Group> groups = misses.by(by);
            assertThat(groups.stream().mapToLong(Group::customers).sum()).isEqualTo(shoppers.all.size());
            assertThat(groups.stream().mapToLong(Group::came).sum()).isEqualTo(shoppers.came());
            assertThat(groups.stream()
                            .mapToDouble(group -> group.expected().value())
                            .sum())
                    .isCloseTo(all, within(1e-7));
        }
        assertThat(expected(misses, By.SEGMENT, "gold")).isCloseTo(gold, within(1e-7));
        assertThat(expected(misses, By.FIRST_PURCHASE, "2024 Q2")).isCloseTo(spring, within(1e-7));
        assertThat(expected(misses, By.PURCHASES, "bought once")).isCloseTo(once, within(1e-7));
    }

    /** Every second customer of gold leaves on the day after the cut; nobody else changes. */
    @Test
    void whoChangedIsNamedAndWhoDidNotIsNot() {
        int named = 0;
        int falselyNamed = 0;
        for (int seed = 1; seed <= 10; seed++) {
            named += new Shoppers(seed, 1500, 0.5)
                            .misses()
                            .strayed()
                            .filter(strayed -> strayed.group().name().equals("gold")
                                    && strayed.share() < -0.2
                                    && Math.abs(strayed.others()) < 0.15)
                            .isPresent()
                    ? 1
                    : 0;
            falselyNamed += new Shoppers(100 + seed, 1500, 0).misses().strayed().isPresent() ? 1 : 0;
        }
        assertThat(named).as("of 10").isGreaterThanOrEqualTo(9);
        assertThat(falselyNamed).as("of 10").isLessThanOrEqualTo(1);
    }

    /** By a clock, states of two first days may meet; whose they are is asked of the calendar. */
    @Test
    void theClockOfASeasonMovesNobodyToAnotherKind() {
        Shoppers shoppers = new Shoppers(3, 600, 0);
        IntUnaryOperator slow = day -> CUT_DAY - (CUT_DAY - day) / 2;
        Misses misses = shoppers.misses(slow);

        List<Group> plain = shoppers.misses().groups();
        assertThat(misses.groups())
                .extracting(Group::name)
                .isEqualTo(plain.stream().map(Group::name).toList());
        assertThat(misses.groups())
                .extracting(Group::customers)
                .isEqualTo(plain.stream().map(Group::customers).toList());
        assertThat(misses.groups())
                .extracting(Group::came)
                .isEqualTo(plain.stream().map(Group::came).toList());
    }

    private static double expected(Misses misses, By by, String name) {
        return misses.by(by).stream()
                .filter(group -> group.name().equals(name))
                .mapToDouble(group -> group.expected().value())
                .sum();
    }

    private record Shopper(String segment, int first, int earlyLast, int earlyX, int lateLast, int lateX) {}

    /** Rates differ from one to the other; after a purchase one of twelve leaves. */
    private static final class Shoppers {

        private final List<Shopper> all = new ArrayList<>();

        Shoppers(int seed, int n, double leaves) {
            Random random = new Random(seed);
            for (int i = 0; i < n; i++) {
                int first = FIRST_DAY + random.nextInt(CUT_DAY - FIRST_DAY);
                double mean = 25 / (0.2 - Math.log(1 - random.nextDouble()));
                boolean gone = random.nextDouble() < leaves && i % 2 == 0;
                int day = first;
                int earlyLast = first;
                int earlyX = 0;
                int lateLast = first;
                int lateX = 0;
                while (random.nextInt(12) > 0) {
                    day += 1 + (int) (-mean * Math.log(1 - random.nextDouble()));
                    if (day > LAST_DAY || gone && day > CUT_DAY) {
                        break;
                    }
                    lateLast = day;
                    lateX++;
                    if (day <= CUT_DAY) {
                        earlyLast = day;
                        earlyX++;
                    }
                }
                all.add(new Shopper(i % 2 == 0 ? "gold" : "silver", first, earlyLast, earlyX, lateLast, lateX));
            }
        }

        long came() {
            return all.stream().mapToLong(one -> one.lateX - one.earlyX).sum();
        }

        Fit.Converged<? extends PurchaseModel> fit() {
            return fit(states(IntUnaryOperator.identity()));
        }

        private static Fit.Converged<? extends PurchaseModel> fit(CountedStates states) {
            return (Fit.Converged<? extends PurchaseModel>) Candidate.GEOMETRIC_NBD.fit(states.at(CUT_DAY));
        }

        private CountedStates states(IntUnaryOperator clock) {
            CountedStates.Builder builder = new CountedStates.Builder();
            all.forEach(one -> builder.add(one.first, one.earlyLast, one.earlyX, 1, 0));
            return builder.build().by(clock);
        }

        Misses misses() {
            return misses(IntUnaryOperator.identity());
        }

        Misses misses(IntUnaryOperator clock) {
            TreeMap<String, StatePairs.Builder> pairs = new TreeMap<>();
            all.forEach(one -> pairs.computeIfAbsent(one.segment, name -> new StatePairs.Builder())
                    .add(one.first, one.earlyLast, one.earlyX, one.lateLast, one.lateX, 1));
            TreeMap<String, StatePairs> built = new TreeMap<>();
            pairs.forEach((segment, builder) -> built.put(segment, builder.build()));
            CountedStates states = states(clock);
            return Misses.of(
                    CUT,
                    UNTIL,
                    LAST_DAY - CUT_DAY,
                    List.of(new Misses.Teller(
                            new Forecast.Part("", Candidate.GEOMETRIC_NBD, fit(states), states.at(CUT_DAY)),
                            states,
                            clock)),
                    built,
                    CompanyCalendar.utc(),
                    0.9);
        }
    }
}
