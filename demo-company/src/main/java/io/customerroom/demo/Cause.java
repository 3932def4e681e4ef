package io.customerroom.demo;

/** What made somebody leave, and the reason given for it when somebody asks. */
enum Cause {
    USUAL(""),
    LATE_INSTALLATION("installation came late"),
    PROMOTION_OVER("only wanted the promotion"),
    MOVING_FEE("fee for moving the line"),
    SIGNED_LETTER("signed letter for new bank details"),
    REPAIR_FORM("form before every repair");

    private final String reason;

    Cause(String reason) {
        this.reason = reason;
    }

    /** Empty for the usual ones: theirs are many. */
    String reason() {
        return reason;
    }
}
