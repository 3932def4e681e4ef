package io.customerroom.bench;

import io.customerroom.statistics.lifetime.BgNbd;
import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.ExponentialNbd;
import io.customerroom.statistics.lifetime.GeometricNbd;
import io.customerroom.statistics.lifetime.MbgNbd;
import io.customerroom.statistics.lifetime.ParetoNbd;
import io.customerroom.statistics.lifetime.Scores;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lifetime models on counts beside the same model customer by customer, and purchases into counts beside the engine. In this process, in
 * one thread; sizes are fixed, because the budgets are.
 */
final class LifetimeComparison implements Comparison {

    private static final double MILLION = 1e6;
    private static final int PURCHASES = 10_000_000;
    private static final int BUYERS = 1_000_000;
    private static final double A_YEAR = 365;

    @Override
    public String name() {
        return "lifetime";
    }

    @Override
    public List<Line> measure(Yard yard) throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        int runs = Math.max(3, yard.runs());
        fits(lines, runs);
        purchases(lines, runs);
        return lines;
    }

    private static void fits(List<Line> lines, int runs) {
        Counts million = SimulatedStates.of(MILLION);
        CustomerByCustomer plain = new CustomerByCustomer(million);
        double[] ours = new double[runs];
        double[] beside = new double[runs];
        for (int run = 0; run < runs; run++) {
            ours[run] = Cpu.seconds(() -> BgNbd.fit(million).orElseThrow());
            beside[run] = Cpu.seconds(plain::fit);
        }
        String states = "BG/NBD, 1 M customers in %,d states".formatted(million.size());
        lines.add(Line.seconds(states, Median.of(ours), 0.3));
        lines.add(Line.ratio("BG/NBD on counts / customer by customer", Median.of(ours), Median.of(beside), 1.0 / 20));
        BgNbd model = BgNbd.fit(million).orElseThrow().model();
        MbgNbd modified = MbgNbd.fit(million).orElseThrow().model();
        lines.add(Line.seconds(
                "score 1 M: P(alive), E[X], BG/NBD", median(runs, () -> Scores.of(model, million, A_YEAR)), 0.5));
        lines.add(Line.seconds(
                "score 1 M: P(alive), E[X], MBG/NBD", median(runs, () -> Scores.of(modified, million, A_YEAR)), 0.5));
        limits(lines, runs, million);
        values(lines, runs, million);
        Counts many = SimulatedStates.of(100 * MILLION);
        lines.add(Line.seconds(
                "BG/NBD, 100 M customers in %,d states".formatted(many.size()),
                median(runs, () -> BgNbd.fit(many).orElseThrow()),
                3));
    }

    /** The models in which all leave alike, held to the bounds of the richer ones that they are the limits of. */
    private static void limits(List<Line> lines, int runs, Counts million) {
        lines.add(Line.seconds(
                "MBG/NBD with one chance of leaving, 1 M customers",
                median(runs, () -> GeometricNbd.fit(million)),
                0.3));
        lines.add(Line.seconds(
                "Pareto/NBD with one rate of leaving, 1 M customers",
                median(runs, () -> ExponentialNbd.fit(million)),
                1.5));
        GeometricNbd tossed = GeometricNbd.fit(million).orElseThrow().model();
        ExponentialNbd ticking = ExponentialNbd.fit(million).orElseThrow().model();
        lines.add(Line.seconds(
                "score 1 M: P(alive), E[X], one chance of leaving",
                median(runs, () -> Scores.of(tossed, million, A_YEAR)),
                0.5));
        lines.add(Line.seconds(
                "score 1 M: P(alive), E[X], one rate of leaving",
                median(runs, () -> Scores.of(ticking, million, A_YEAR)),
                0.5));
    }

    /** The customers' states, drawn from the BG/NBD, serve the Pareto/NBD as well: what counts is how many there are. */
    private static void values(List<Line> lines, int runs, Counts million) {
        String states = "Pareto/NBD, 1 M customers in %,d states".formatted(million.size());
        lines.add(Line.seconds(states, median(runs, () -> ParetoNbd.fit(million).orElseThrow()), 1.5));
        ParetoNbd model = ParetoNbd.fit(million).orElseThrow().model();
        ValuedCustomers customers = new ValuedCustomers(million);
        lines.add(Line.seconds(
                "score 1 M: P(alive), E[X], DERT, CLV, Pareto/NBD", median(runs, () -> customers.value(model)), 0.5));
    }

    private static void purchases(List<Line> lines, int runs) {
        SimplePurchases purchases = new SimplePurchases(PURCHASES, BUYERS);
        double unsorted = median(runs, purchases::unsorted);
        long states = purchases.unsorted().size();
        purchases.sort();
        double clustered = median(runs, purchases::clustered);
        double engine;
        try (SimplePurchases.Engine duckdb = SimplePurchases.engine(PURCHASES, BUYERS)) {
            if (duckdb.states() != states) {
                throw new AssertionError("the engine counts " + duckdb.states() + " states, we " + states);
            }
            engine = median(runs, duckdb::states);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        lines.add(Line.seconds("10 M purchases into states, unsorted / DuckDB", unsorted, 0.5)
                .beside(engine));
        lines.add(Line.seconds("10 M purchases into states, by customer / DuckDB", clustered, 0.1)
                .beside(engine));
    }

    private static double median(int runs, Supplier<?> work) {
        double[] seconds = new double[runs];
        for (int run = 0; run < runs; run++) {
            seconds[run] = Cpu.seconds(work);
        }
        return Median.of(seconds);
    }
}
