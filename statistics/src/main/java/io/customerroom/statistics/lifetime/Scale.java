package io.customerroom.statistics.lifetime;

/** On which scale a quantity is close to normal, so that its interval stays where it belongs. */
public enum Scale {
    /** As it is. */
    PLAIN,
    /** Positive quantities: the interval is symmetric in the logarithm. */
    LOG,
    /** Probabilities: the interval is symmetric in the log-odds. */
    LOG_ODDS;

    double to(double value) {
        return switch (this) {
            case PLAIN -> value;
            case LOG -> Math.log(value);
            case LOG_ODDS -> Math.log(value) - Math.log1p(-value);
        };
    }

    double back(double value) {
        return switch (this) {
            case PLAIN -> value;
            case LOG -> Math.exp(value);
            case LOG_ODDS -> 1 / (1 + Math.exp(-value));
        };
    }
}
