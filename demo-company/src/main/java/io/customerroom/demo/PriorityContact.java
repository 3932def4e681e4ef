package io.customerroom.demo;

/**
 * The twelve contacts the company watches, three of each kind, with the floor each must not fall below. The hotline has three measures,
 * and two of them want different things.
 */
enum PriorityContact {
    CANCELLATION(
            "Cancellation call",
            "rescue",
            "Change or leave",
            0,
            "answered by a decider within 24 h",
            "%",
            true,
            80,
            94,
            30),
    REPAIR("Fault repair", "rescue", "Use", 5, "repaired within 48 h", "%", true, 85, 96, 40),
    COMPLAINT("Complaint answer", "rescue", "Use", 1, "answered in two working days", "%", true, 80, 91, 40),
    ADVICE("Shop advice", "revenue-building", "Choose", 2, "served within ten minutes", "%", true, 85, 94, 60),
    ORDER("Online order", "revenue-building", "Choose", 3, "completed without help", "%", true, 70, 85, 50),
    OFFER("Upgrade offer", "revenue-building", "Use", 2, "followed up within seven days", "%", true, 75, 91, 30),
    HOTLINE("Hotline", "responding", "Use", 0, "average waiting", "minutes", false, 6, 4, 200),
    CALL_LENGTH("Hotline", "responding", "Use", 5, "average call", "minutes", false, 8, 7, 200),
    SOLVED("Hotline", "responding", "Use", 3, "solved at the first call", "%", true, 75, 84, 200),
    BILL("Bill question", "responding", "Pay", 4, "answered within two days", "%", true, 80, 95, 30),
    INSTALLATION("Installation appointment", "responding", "Get connected", 5, "kept on time", "%", true, 90, 97, 40),
    WELCOME("Welcome call", "relationship", "Get connected", 1, "made within 14 days", "%", true, 80, 95, 30),
    ANNIVERSARY("Contract anniversary letter", "relationship", "Use", 3, "sent in its week", "%", true, 85, 97, 35),
    OUTAGE_NOTICE("Outage notice", "relationship", "Use", 4, "customers told before they call", "%", true, 70, 84, 60);

    /** Readings below the floor, in a row, that make a breach; fewer answers than this do not count. */
    static final int RUN_LENGTH = 3;

    static final int MIN_N = 10;

    private final String label;
    private final String kind;
    private final String stage;
    private final int owner;
    private final String measure;
    private final String unit;
    private final boolean atLeast;
    private final int standard;
    private final int usual;
    private final int usualN;

    PriorityContact(
            String label,
            String kind,
            String stage,
            int owner,
            String measure,
            String unit,
            boolean atLeast,
            int standard,
            int usual,
            int usualN) {
        this.label = label;
        this.kind = kind;
        this.stage = stage;
        this.owner = owner;
        this.measure = measure;
        this.unit = unit;
        this.atLeast = atLeast;
        this.standard = standard;
        this.usual = usual;
        this.usualN = usualN;
    }

    String label() {
        return label;
    }

    String kind() {
        return kind;
    }

    String stage() {
        return stage;
    }

    String owner() {
        return Names.STAFF.get(owner);
    }

    String measure() {
        return measure;
    }

    String unit() {
        return unit;
    }

    boolean share() {
        return unit.equals("%");
    }

    String direction() {
        return atLeast ? "at-least" : "at-most";
    }

    int standard() {
        return standard;
    }

    /** A reading on the wrong side of the floor that held where it was taken. */
    boolean below(double value, int floor) {
        return atLeast ? value < floor : value > floor;
    }

    /** The level when nothing is wrong. */
    int usual() {
        return usual;
    }

    /** Cases per week and site, about. */
    int usualN() {
        return usualN;
    }
}
