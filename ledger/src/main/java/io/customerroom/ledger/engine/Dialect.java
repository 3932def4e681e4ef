package io.customerroom.ledger.engine;

/** How an engine spells what the engines do not spell alike. Everything else is the portable subset. */
public interface Dialect {

    /** Whole days from {@code from} to {@code to}. */
    String days(String from, String to);

    String addDays(String day, String count);

    /** The first day of the month. */
    String month(String day);

    /** Months since year 0, so that neighbours differ by one. */
    String monthIndex(String day);

    /** Integer division of non-negative numbers. */
    String floorDivide(String dividend, String divisor);
}
