package io.customerroom.ledger.imports.database;

/**
 * A column of what is asked for.
 *
 * @param type as the database calls it
 * @param grows whether its values have an order by which what is new can be told: days, moments, numbers
 */
public record DatabaseColumn(String name, String type, boolean grows) {}
