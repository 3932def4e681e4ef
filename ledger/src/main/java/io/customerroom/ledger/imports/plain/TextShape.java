package io.customerroom.ledger.imports.plain;

/**
 * Text in well-formed UTF-8 without control characters and, where {@code trimmed}, without blanks at its ends: what trimming and staging
 * leave as it is.
 */
record TextShape(boolean trimmed) implements CellShape {

    private static final int BODY = 1;
    private static final int BLANK = 2;
    private static final int ONE_MORE = 3;
    private static final int TWO_MORE = 4;
    private static final int THREE_MORE = 5;
    private static final int AFTER_C2 = 6;
    private static final int AFTER_E0 = 7;
    private static final int AFTER_ED = 8;
    private static final int AFTER_F0 = 9;
    private static final int AFTER_F4 = 10;

    @Override
    public int next(int node, int octet) {
        return switch (node) {
            case START, BODY, BLANK -> lead(node, octet);
            case ONE_MORE -> within(octet, 0x80, 0xbf, BODY);
            case TWO_MORE -> within(octet, 0x80, 0xbf, ONE_MORE);
            case THREE_MORE -> within(octet, 0x80, 0xbf, TWO_MORE);
            case AFTER_C2 ->
                within(octet, 0xa1, 0xbf, BODY); // neither controls nor the no-break space, which is trimmed
            case AFTER_E0 -> within(octet, 0xa0, 0xbf, ONE_MORE);
            case AFTER_ED -> within(octet, 0x80, 0x9f, ONE_MORE);
            case AFTER_F0 -> within(octet, 0x90, 0xbf, TWO_MORE);
            case AFTER_F4 -> within(octet, 0x80, 0x8f, TWO_MORE);
            default -> NONE;
        };
    }

    @Override
    public boolean ends(int node) {
        return node == BODY || node == BLANK && !trimmed;
    }

    private int lead(int node, int octet) {
        if (octet == ' ') {
            return node == START && trimmed ? NONE : BLANK;
        }
        if (octet < 0x80) {
            return octet > ' ' && octet != 0x7f ? BODY : NONE;
        }
        return switch (octet) {
            case 0xc2 -> AFTER_C2;
            case 0xe0 -> AFTER_E0;
            case 0xed -> AFTER_ED;
            case 0xf0 -> AFTER_F0;
            case 0xf4 -> AFTER_F4;
            default ->
                octet < 0xc3 || octet > 0xf4 ? NONE : octet < 0xe0 ? ONE_MORE : octet < 0xf0 ? TWO_MORE : THREE_MORE;
        };
    }

    private static int within(int octet, int low, int high, int then) {
        return octet >= low && octet <= high ? then : NONE;
    }
}
