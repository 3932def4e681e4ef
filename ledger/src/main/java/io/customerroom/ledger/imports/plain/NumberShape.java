package io.customerroom.ledger.imports.plain;

/** {@code -?} up to twelve digits, and up to six decimals behind a point: what {@code DECIMAL(18,6)} holds without rounding. */
record NumberShape() implements CellShape {

    private static final int SIGN = 1;
    private static final int WHOLE = 1;
    private static final int MOST_WHOLE = WHOLE + 12;
    private static final int POINT = MOST_WHOLE + 1;
    private static final int MOST_DECIMALS = POINT + 6;

    @Override
    public int next(int node, int octet) {
        if (octet == '-') {
            return node == START ? SIGN : NONE;
        }
        if (octet == '.') {
            return node > WHOLE && node <= MOST_WHOLE ? POINT : NONE;
        }
        if (octet < '0' || octet > '9') {
            return NONE;
        }
        if (node <= WHOLE) {
            return WHOLE + 1;
        }
        return node == MOST_WHOLE || node == MOST_DECIMALS ? NONE : node + 1;
    }

    @Override
    public boolean ends(int node) {
        return node > WHOLE && node != POINT;
    }
}
