package io.customerroom.statistics.control;

/** On which side of the mean a signal lies. */
public enum Side {
    ABOVE,
    BELOW,
    /** The rule looks at both sides: points that hug the mean, or swing across it. */
    BOTH
}
