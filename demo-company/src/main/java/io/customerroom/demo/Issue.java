package io.customerroom.demo;

/** What customers call about, by stage of the journey and contact. */
enum Issue {
    TARIFF_UNCLEAR("Tariff hard to compare", "Choose", "Shop advice", false, 0.07, 900),
    ORDER_STUCK("Online order stuck", "Choose", "Online order", true, 0.06, 1100),
    INSTALLATION("Installation appointment", "Get connected", "Installation appointment", false, 0, 2800),
    INSTALLATION_LATE("Technician did not come", "Get connected", "Installation appointment", true, 0.02, 1900),
    FIRST_SETUP("Help with first set-up", "Get connected", "Welcome call", false, 0, 1200),
    SLOW_LINE("Line slower than promised", "Use", "Fault repair", true, 0.20, 1500),
    OUTAGE("Line is down", "Use", "Fault repair", true, 0.16, 1700),
    ROUTER_RESTARTS("Router restarts by itself", "Use", "Fault repair", true, 0.03, 1400),
    CALLED_AGAIN("Had to call again", "Use", "Hotline", true, 0.04, 900),
    LONG_WAIT("Long wait on the hotline", "Use", "Hotline", true, 0.07, 800),
    BILL_UNCLEAR("Bill not understood", "Pay", "Bill question", false, 0.16, 900),
    BILL_WRONG("Bill is wrong", "Pay", "Bill question", true, 0.06, 1200),
    MOVE("Moving house", "Change or leave", "Upgrade offer", false, 0.05, 1600),
    CANCEL("Wants to cancel", "Change or leave", "Cancellation call", false, 0.03, 1000),
    MOVING_FEE("Fee for moving the line", "Change or leave", "Upgrade offer", true, 0, 1500),
    SIGNED_LETTER("Signed letter for new bank details", "Pay", "Bill question", true, 0, 1100),
    REPAIR_FORM("Form before every repair", "Use", "Fault repair", true, 0, 1300),
    PHOTO_ID("Photo id asked in the shop", "Choose", "Shop advice", true, 0, 700);

    /** Everyday shares, in the order of the values. */
    static final double[] WEIGHTS = weights();

    private final String label;
    private final String stage;
    private final String contact;
    private final boolean complaint;
    private final double weight;
    private final int costCents;

    Issue(String label, String stage, String contact, boolean complaint, double weight, int costCents) {
        this.label = label;
        this.stage = stage;
        this.contact = contact;
        this.complaint = complaint;
        this.weight = weight;
        this.costCents = costCents;
    }

    String label() {
        return label;
    }

    String stage() {
        return stage;
    }

    String contact() {
        return contact;
    }

    String kind() {
        return complaint ? "complaint" : "request";
    }

    boolean complaint() {
        return complaint;
    }

    /** What one such ticket costs to deal with, on average. */
    int costCents() {
        return costCents;
    }

    private static double[] weights() {
        Issue[] issues = values();
        double[] weights = new double[issues.length];
        for (int i = 0; i < issues.length; i++) {
            weights[i] = issues[i].weight;
        }
        return weights;
    }
}
