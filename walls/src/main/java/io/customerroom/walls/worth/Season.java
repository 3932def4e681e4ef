package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.lifetime.Tracking;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * How the months of a year differ from what a model without season expects of them, from the two years before a day.
 *
 * <p>A_ym is what all customers bought again in month m of year y, E_ym what the model expects of the same customers, each from the own first purchase on. The factor of a
 * month is (A_1m + A_2m) / (E_1m + E_2m), divided by ΣA / ΣE: a season moves purchases within the year, how many there are is the model's to say. It is used only where either year, forecast with the factors of the other, misses by less than without any: Σ (A_ym − E_ym F_zm)² is
 * smaller than Σ (A_ym − E_ym)². Those misses also tell how far a month strays from its season: relative to the forecast they have about 2 v, a forecast by both years 1.5 v,
 * where v holds chance and whatever else makes a month unlike the same one a year before.
 *
 * @param factors of January to December; all 1 where no season is used
 * @param strays standard deviation of a month about its forecast by season, relative to it; 0 where no season is used
 */
record Season(double[] factors, double strays) {

    /** Whole years that it is taken from. */
    static final int YEARS = 2;

    /** Every month is like another. */
    static final Season NONE = new Season(none(), 0);

    private static double[] none() {
        double[] factors = new double[12];
        Arrays.fill(factors, 1);
        return factors;
    }

    boolean known() {
        return strays > 0;
    }

    /**
     * How far the models' time has gone by the ends of neighbouring months, in days: each day of a month counts its factor, and the twelve months after the cut
     * together as many days as they have. Buying that is twice as quick in a month is leaving that is twice as quick, where customers leave after purchases: the time
     * goes faster, and nothing else changes.
     *
     * @param untils last days known of the months that follow the cut
     */
    double[] ends(LocalDate cut, List<LocalDate> untils) {
        double[] ends = new double[untils.size()];
        double gone = 0;
        LocalDate before = cut;
        for (int i = 0; i < ends.length; i++) {
            gone += of(untils.get(i)) * ChronoUnit.DAYS.between(before, untils.get(i));
            ends[i] = known() ? gone * scale(cut) : gone;
            before = untils.get(i);
        }
        return ends;
    }

    /** Days over the days that the season makes of them, in the twelve months after the cut. */
    private double scale(LocalDate cut) {
        double days = 0;
        double seasonal = 0;
        for (YearMonth month = YearMonth.from(cut.plusDays(1)), end = month.plusYears(1);
                month.isBefore(end);
                month = month.plusMonths(1)) {
            days += month.lengthOfMonth();
            seasonal += month.lengthOfMonth() * of(month.atDay(1));
        }
        return days / seasonal;
    }

    /**
     * The same time before the cut, to the nearest day of it; the cut stays the cut. Days count from 1970-01-01. By it a silence of ten days is longer where most
     * buy than where few do, so that a model fitted by this clock does not take the weeks of a peak for customers who buy often, and stay.
     *
     * @param since the first day that will be asked for
     */
    IntUnaryOperator clock(LocalDate since, LocalDate cut) {
        int last = Math.toIntExact(cut.toEpochDay());
        int[] days = new int[last - Math.toIntExact(since.toEpochDay()) + 1];
        double scale = scale(cut);
        double gone = 0;
        for (int i = 0; i < days.length; i++) {
            days[i] = last - (int) Math.round(gone);
            gone += scale * of(cut.minusDays(i));
        }
        return day -> days[last - day];
    }

    double of(LocalDate day) {
        return factors[day.getMonthValue() - 1];
    }

    /**
     * @param counts of all customers known at the cut, as the model was fitted to them
     * @param months what all of them bought again in the 24 whole months up to the cut, in the order of time
     */
    static Season of(PurchaseModel model, Counts counts, LocalDate cut, List<Holdout.Step> months) {
        if (months.size() != 12 * YEARS) {
            throw new IllegalArgumentException("a season is taken from 24 months, but there were " + months.size());
        }
        double[] ends = new double[months.size() + 1];
        for (int i = 0; i <= months.size(); i++) {
            LocalDate end = i == 0
                    ? months.getFirst().until().withDayOfMonth(1).minusDays(1)
                    : months.get(i - 1).until();
            ends[i] = ChronoUnit.DAYS.between(cut, end);
        }
        double[] expected = Tracking.of(model, counts).increments(ends);
        double[] came = new double[months.size()];
        double[] meant = new double[months.size()];
        for (int i = 0; i < came.length; i++) {
            came[i] = months.get(i).purchases();
            meant[i] = expected[i + 1];
            if (!(meant[i] > 0)) {
                return NONE;
            }
        }
        return of(came, meant, months.getFirst().until().getMonthValue());
    }

    /** @param first month of the year, 1 to 12, of the first of the 24 */
    static Season of(double[] came, double[] expected, int first) {
        double with = 0;
        double without = 0;
        double relative = 0;
        double[] factors = new double[12];
        for (int i = 0; i < came.length; i++) {
            int other = (i + 12) % came.length;
            double forecast = expected[i] * came[other] / expected[other];
            with += square(came[i] - forecast);
            without += square(came[i] - expected[i]);
            relative += square((came[i] - forecast) / Math.max(forecast, 1));
            factors[(first - 1 + i) % 12] = (came[i] + came[other]) / (expected[i] + expected[other]);
        }
        double level = Arrays.stream(came).sum() / Arrays.stream(expected).sum();
        Arrays.setAll(factors, month -> factors[month] / level);
        return with < without ? new Season(factors, Math.sqrt(0.75 * relative / came.length)) : NONE;
    }

    private static double square(double value) {
        return value * value;
    }
}
