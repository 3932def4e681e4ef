package io.customerroom.demo;

/** What contracts are about. Prices are cents per month. */
enum Tariff {
    DSL("DSL 50", 29_99, 34_99, 59_99, 17_99),
    FIBRE("Fibre 250 – 2 Gbit ready", 39_99, 45_99, 89_99, 22_99),
    PHONE("Phone flat – 0 € a minute", 9_99, 12_99, 19_99, 4_99),
    /** What the promotion of the second year sells; the network costs as much as for any other line. */
    START("DSL 50 start offer", 14_99, 17_99, 29_99, 9_99);

    private final String label;
    private final int[] cents;

    Tariff(String label, int... cents) {
        this.label = label;
        this.cents = cents;
    }

    String label() {
        return label;
    }

    /** The price that the network's cost follows. */
    int listCents(Segment segment) {
        return this == START ? DSL.centsPerMonth(segment) : centsPerMonth(segment);
    }

    int centsPerMonth(Segment segment) {
        return cents[segment.ordinal()];
    }
}
