package io.customerroom.demo;

/** Rules of the company that customers complain about. Three of them cost customers; the fourth only annoys. */
enum Rule {
    MOVING_FEE(Issue.MOVING_FEE, Cause.MOVING_FEE, true),
    SIGNED_LETTER(Issue.SIGNED_LETTER, Cause.SIGNED_LETTER, true),
    REPAIR_FORM(Issue.REPAIR_FORM, Cause.REPAIR_FORM, true),
    PHOTO_ID(Issue.PHOTO_ID, Cause.USUAL, false);

    /** Chance that a rule meets a contract customer, per rule and month. */
    static final double MET_PER_MONTH = 0.0035;

    /** Share of those who meet a harmful rule that give notice within weeks. */
    static final double DRIVES_AWAY = 0.25;

    private final Issue issue;
    private final Cause cause;
    private final boolean harmful;

    Rule(Issue issue, Cause cause, boolean harmful) {
        this.issue = issue;
        this.cause = cause;
        this.harmful = harmful;
    }

    /** Under which customers complain about it. */
    Issue issue() {
        return issue;
    }

    Cause cause() {
        return cause;
    }

    boolean harmful() {
        return harmful;
    }
}
