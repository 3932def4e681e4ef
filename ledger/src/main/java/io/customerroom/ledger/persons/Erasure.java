package io.customerroom.ledger.persons;

/**
 * What an erasure took out.
 *
 * @param keys ids under which the customer was known, told apart by their keys; remembered, so that no import brings a name back
 * @param personTables person tables that named them
 * @param quarantinedRows rows set aside that spoke of them, and now say "erased"
 */
public record Erasure(int keys, int personTables, long quarantinedRows) {}
