package io.customerroom.demo;

/**
 * Four groups that buy, ask and leave differently. Students are the planted loss: cheap tariffs, a deep shop discount and many
 * questions.
 */
enum Segment {
    HOUSEHOLD("Household", 0.013, 0.12, 1.0, 0.55),
    HOME_OFFICE("Home office", 0.011, 0.15, 1.0, 0.52),
    SMALL_BUSINESS("Small business", 0.009, 0.20, 0.95, 0.48),
    STUDENT("Student", 0.042, 0.34, 0.70, 0.90);

    static final double[] WEIGHTS = {0.52, 0.16, 0.14, 0.18};

    /** Who signs in the weeks of the group contract with the university. */
    static final double[] CAMPUS_WEIGHTS = {0.10, 0.03, 0.02, 0.85};

    private final String label;
    private final double leavingPerMonth;
    private final double ticketsPerMonth;
    private final double shopPriceFactor;
    private final double tariffCostShare;

    Segment(
            String label,
            double leavingPerMonth,
            double ticketsPerMonth,
            double shopPriceFactor,
            double tariffCostShare) {
        this.label = label;
        this.leavingPerMonth = leavingPerMonth;
        this.ticketsPerMonth = ticketsPerMonth;
        this.shopPriceFactor = shopPriceFactor;
        this.tariffCostShare = tariffCostShare;
    }

    String label() {
        return label;
    }

    /** Chance per month that a contract customer gives notice. */
    double leavingPerMonth() {
        return leavingPerMonth;
    }

    /** Everyday tickets per month of a contract customer. */
    double ticketsPerMonth() {
        return ticketsPerMonth;
    }

    /** What this group pays in the shop, as a share of the list price. */
    double shopPriceFactor() {
        return shopPriceFactor;
    }

    /** Cost of sales of a tariff, as a share of its price. */
    double tariffCostShare() {
        return tariffCostShare;
    }
}
