package io.customerroom.walls.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.PurchaseModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeasonTest {

    private static final double[] EXPECTED =
            IntStream.range(0, 24).mapToDouble(i -> 100).toArray();

    /** From November on, 1,200 a year; 220 and 200 in December, 80 in February, 90 and 92 in the other months. */
    private static final double[] CAME = {
        90, 220, 90, 80, 90, 90, 90, 90, 90, 90, 90, 90, 92, 200, 92, 80, 92, 92, 92, 92, 92, 92, 92, 92
    };

    @Test
    void whatBothYearsShowIsTheSeason() {
        Season season = Season.of(CAME, EXPECTED, 11);

        assertThat(season.of(LocalDate.parse("2026-12-31"))).isCloseTo(2.1, within(1e-12));
        assertThat(season.of(LocalDate.parse("2026-02-28"))).isCloseTo(0.8, within(1e-12));
        assertThat(season.of(LocalDate.parse("2026-06-30"))).isCloseTo(0.91, within(1e-12));
    }

    /** Twice as many in both years are the same season: how many there are is the model's to say. */
    @Test
    void theLevelIsTheModels() {
        double[] twice = Arrays.stream(CAME).map(came -> 2 * came).toArray();

        assertThat(Season.of(twice, EXPECTED, 11).factors())
                .containsExactly(Season.of(CAME, EXPECTED, 11).factors(), within(1e-12));
    }

    /** December: 220 where 200 was forecast, and 200 where 220 was; ten months 90 for 92 and 92 for 90. */
    @Test
    void howFarAMonthStraysIsWhatTheYearsMissedEachOtherBy() {
        double december = 0.1 * 0.1 + 20.0 / 220 * 20 / 220;
        double others = 10 * (2.0 / 92 * 2 / 92 + 2.0 / 90 * 2 / 90);

        assertThat(Season.of(CAME, EXPECTED, 11).strays())
                .isCloseTo(Math.sqrt(0.75 * (december + others) / 24), within(1e-12));
    }

    @Test
    void yearsThatDoNotAgreeShowNoSeason() {
        double[] came = EXPECTED.clone();
        came[1] = 200;
        came[14] = 200;

        assertThat(Season.of(came, EXPECTED, 11).known()).isFalse();
        assertThat(Season.of(came, EXPECTED, 11)).isSameAs(Season.NONE);
    }

    /** Months that differ by chance alone: one year does not foretell the other better than no season does. */
    @Test
    void chanceIsNoSeason() {
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] came = Arrays.stream(EXPECTED)
                    .map(mean -> mean + 10 * random.nextGaussian())
                    .toArray();
            found += Season.of(came, EXPECTED, 1).known() ? 1 : 0;
        }
        assertThat(found).as("of 200").isLessThan(20);
    }

    private static final LocalDate CUT = LocalDate.parse("2024-11-30");

    /** Time goes 1.8 times as fast in November and December as a model's, and slower in the other months: a year is a year. */
    private static double speed(LocalDate day) {
        return day.getMonthValue() > 10 ? 1.8 : 0.84;
    }

    /** The cut lies inside the season, so that by the calendar everybody seems to buy often, and to stay. */
    @Test
    void aPlantedSeasonMovesPurchasesWithinTheYearAndTheYearComesAsForetold() {
        List<List<LocalDate>> customers = seasonalCustomers(3_000);
        Buyers early = Buyers.of(
                customers.stream()
                        .map(days ->
                                days.stream().filter(day -> !day.isAfter(CUT)).toList())
                        .filter(days -> !days.isEmpty())
                        .map(days -> new Buyers.State(
                                days.getFirst(), days.getLast(), days.size() - 1, days.size() - 1.0, 1, 1, 1))
                        .toList(),
                CUT);
        Fit.Converged<? extends PurchaseModel> fit =
                (Fit.Converged<? extends PurchaseModel>) Candidate.MBG_NBD.fit(early.counts());
        Season season = Season.of(fit.model(), early.counts(), CUT, months(customers, -24));

        Counts byTheSeason = early.counts(early.states().by(season.clock(early.since(), CUT)));

        Forecast forecast = Forecast.of(
                CUT,
                List.of(new Forecast.Part(
                        "",
                        Candidate.MBG_NBD,
                        (Fit.Converged<? extends PurchaseModel>) Candidate.MBG_NBD.fit(byTheSeason),
                        byTheSeason,
                        new Forecast.Plain(fit.model(), early.counts()))),
                months(customers, 12),
                season,
                0.9);

        double seasonal = 0;
        double plain = 0;
        double years = 0;
        for (Forecast.Month month : forecast.months()) {
            seasonal += Math.abs(month.expected().value() - month.came());
            plain += Math.abs(month.plain() - month.came());
            years += month.plain();
        }
        assertThat(season.known()).isTrue();
        assertThat(Math.abs(forecast.error())).as("of the year").isLessThan(0.04);
        assertThat(Math.abs(years / forecast.months().getLast().cameSoFar() - 1))
                .as("of the year, by the calendar")
                .isGreaterThan(0.06);
        assertThat(seasonal).as("month by month").isLessThan(0.2 * plain);
        assertThat(forecast.held()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void theClockOfTheSeasonKeepsTheOrderOfDaysAndTheLengthOfYears() {
        Season season = Season.of(CAME, EXPECTED, 11);
        IntUnaryOperator clock = season.clock(CUT.minusYears(2), CUT);
        int last = (int) CUT.toEpochDay();

        assertThat(clock.applyAsInt(last)).isEqualTo(last);
        assertThat(clock.applyAsInt(last - 365)).isBetween(last - 366, last - 363);
        for (int day = last; day > last - 730; day--) {
            assertThat(clock.applyAsInt(day - 1)).isLessThanOrEqualTo(clock.applyAsInt(day));
        }
    }

    @Test
    void aYearHasItsDaysInAnySeason() {
        Season season = Season.of(CAME, EXPECTED, 11);
        List<LocalDate> ends = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> CUT.plusDays(1).plusMonths(month).minusDays(1))
                .toList();

        assertThat(season.ends(CUT, ends)[11]).isCloseTo(365, within(1e-9));
        assertThat(season.ends(CUT, ends)[0]).isGreaterThan(2 * 31);
        assertThat(Season.NONE.ends(CUT, ends)[0]).isEqualTo(31);
    }

    /** Whole months of purchases after each customer's first: of all up to the cut, or after it of those who came before. */
    private static List<Holdout.Step> months(List<List<LocalDate>> customers, int many) {
        LocalDate from = CUT.plusDays(1).plusMonths(Math.min(0, many));
        return IntStream.range(0, Math.abs(many))
                .mapToObj(i -> {
                    LocalDate start = from.plusMonths(i);
                    LocalDate end = start.plusMonths(1);
                    long purchases = customers.stream()
                            .filter(days -> many < 0 || !days.getFirst().isAfter(CUT))
                            .flatMap(days -> days.stream().skip(1))
                            .filter(day -> !day.isBefore(start) && day.isBefore(end))
                            .count();
                    return new Holdout.Step(start.toString(), end.minusDays(1), purchases);
                })
                .toList();
    }

    /** Who came from 2021 on, buys at a rate of his own and leaves after a purchase with a chance of his own, by a clock that goes as fast as the season. */
    private static List<List<LocalDate>> seasonalCustomers(int n) {
        List<LocalDate> calendar = LocalDate.parse("2021-01-01")
                .datesUntil(LocalDate.parse("2025-12-01"))
                .toList();
        double[] clock = new double[calendar.size() + 1];
        for (int i = 0; i < calendar.size(); i++) {
            clock[i + 1] = clock[i] + speed(calendar.get(i));
        }
        Random random = new Random(11);
        List<List<LocalDate>> customers = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int day = random.nextInt(1400);
            double time = clock[day];
            double mean = -30 / Math.log(1 - random.nextDouble());
            double leaves = 1 - Math.pow(random.nextDouble(), 1.0 / 20);
            List<LocalDate> days = new ArrayList<>(List.of(calendar.get(day)));
            while (random.nextDouble() >= leaves) {
                time -= mean * Math.log(1 - random.nextDouble());
                int at = Arrays.binarySearch(clock, time);
                int next = at < 0 ? -at - 2 : at;
                if (next >= calendar.size()) {
                    break;
                }
                if (next > day) {
                    day = next;
                    days.add(calendar.get(day));
                }
            }
            customers.add(days);
        }
        return customers;
    }
}
