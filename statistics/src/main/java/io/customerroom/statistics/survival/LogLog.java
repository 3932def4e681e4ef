package io.customerroom.statistics.survival;

import io.customerroom.statistics.numeric.SpecialFunctions;

/** Bounds of a share that are symmetric in ln(−ln share), and therefore lie between 0 and 1. */
final class LogLog {

    private LogLog() {}

    /**
     * Low and high.
     *
     * @param share between 0 and 1, both excluded
     * @param relative its standard error over itself
     */
    static double[] bounds(double share, double relative, double level) {
        double log = Math.log(share);
        double half = SpecialFunctions.normalQuantile((1 + level) / 2) * relative / Math.abs(log);
        return new double[] {Math.exp(log * Math.exp(half)), Math.exp(log * Math.exp(-half))};
    }
}
