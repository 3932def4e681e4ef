package io.customerroom.web.wrongway;

/** What {@link io.customerroom.ledger.wrongway.LooksUp} must not see. */
public final class Upstairs {}
