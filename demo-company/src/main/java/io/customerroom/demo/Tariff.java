package io.customerroom.demo;

/** What contracts are about. Prices are cents per month. */
enum Tariff {
    DSL("DSL 50", 29_99, 34_99, 59_99, 17_99),
    FIBRE("Fibre 250 – 2 Gbit ready", 39_99, 45_99, 89_99, 22_99),
    PHONE("Phone flat – 0 € a minute", 9_99, 12_99, 19_99, 4_99);

    private final String label;
    private final int[] cents;

    Tariff(String label, int... cents) {
        this.label = label;
        this.cents = cents;
    }

    String label() {
        return label;
    }

    int centsPerMonth(Segment segment) {
        return cents[segment.ordinal()];
    }
}
