package io.customerroom.engine.duckdb;

import io.customerroom.ledger.engine.Dialect;

/** DuckDB's words. */
final class DuckDbDialect implements Dialect {

    @Override
    public String days(String from, String to) {
        return "date_diff('day', %s, %s)".formatted(from, to);
    }

    /** DuckDB adds whole days to a DATE with +, and only INTEGER ones. */
    @Override
    public String addDays(String day, String count) {
        return "(%s + CAST(%s AS INTEGER))".formatted(day, count);
    }

    /** date_trunc answers a TIMESTAMP here. */
    @Override
    public String month(String day) {
        return "CAST(date_trunc('month', %s) AS DATE)".formatted(day);
    }

    @Override
    public String monthIndex(String day) {
        return "CAST(year(%1$s) * 12 + month(%1$s) AS INTEGER)".formatted(day);
    }

    /** A single slash divides integers into doubles here. */
    @Override
    public String floorDivide(String dividend, String divisor) {
        return "((%s) // (%s))".formatted(dividend, divisor);
    }
}
