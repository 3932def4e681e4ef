package io.customerroom.statistics.lifetime;

import java.util.function.DoubleUnaryOperator;

/**
 * Values of a costly smooth function at very many places: where these lie densely, the function is computed at Chebyshev's points and interpolated between them.
 *
 * <p>Expectations are analytic in the age of a customer down to −α or −β, so that on a stretch twenty points give twelve digits unless the stretch reaches too near to these.
 * Each interpolant is held against the function at three of the places; where it is off by more than 1e-11, the stretch is cut in two, nearer to its lower end, and
 * short stretches are computed place by place. The formula is the barycentric one (Berrut and Trefethen 2004, equation 4.2).
 */
final class SmoothFunction {

    private static final int POINTS = 20;
    private static final double OFF = 1e-11;

    private final DoubleUnaryOperator function;
    private final double[] places;
    private final double[] values;

    private SmoothFunction(DoubleUnaryOperator function, double[] places) {
        this.function = function;
        this.places = places;
        this.values = new double[places.length];
    }

    /** @param places ascending */
    static double[] at(double[] places, DoubleUnaryOperator function) {
        SmoothFunction all = new SmoothFunction(function, places);
        all.stretch(0, places.length);
        return all.values;
    }

    private void stretch(int from, int to) {
        if (to - from <= 2 * POINTS) {
            for (int i = from; i < to; i++) {
                values[i] = function.applyAsDouble(places[i]);
            }
            return;
        }
        if (!interpolated(from, to)) {
            double middle = Math.sqrt((places[from] + 1) * (places[to - 1] + 1)) - 1;
            int cut = from + 1;
            while (cut < to - 1 && places[cut] < middle) {
                cut++;
            }
            stretch(from, cut);
            stretch(cut, to);
        }
    }

    private boolean interpolated(int from, int to) {
        double middle = (places[from] + places[to - 1]) / 2;
        double half = (places[to - 1] - places[from]) / 2;
        double[] points = new double[POINTS];
        double[] weights = new double[POINTS];
        double[] known = new double[POINTS];
        for (int j = 0; j < POINTS; j++) {
            double angle = (2 * j + 1) * Math.PI / (2 * POINTS);
            points[j] = middle + half * Math.cos(angle);
            weights[j] = (j % 2 == 0 ? 1 : -1) * Math.sin(angle);
            known[j] = function.applyAsDouble(points[j]);
        }
        for (int i = from; i < to; i++) {
            values[i] = barycentric(places[i], points, weights, known);
        }
        return near(from) && near(from + (to - from) / 7) && near(to - 1);
    }

    private static double barycentric(double place, double[] points, double[] weights, double[] known) {
        double above = 0;
        double below = 0;
        for (int j = 0; j < POINTS; j++) {
            double distance = place - points[j];
            if (distance == 0) {
                return known[j];
            }
            double share = weights[j] / distance;
            above += share * known[j];
            below += share;
        }
        return above / below;
    }

    private boolean near(int place) {
        double exact = function.applyAsDouble(places[place]);
        return Math.abs(values[place] - exact) <= OFF * Math.abs(exact);
    }
}
