package io.customerroom.ledger.facts;

/**
 * One column of a kind of fact.
 *
 * @param name as ARCHITECTURE.md lists it
 * @param type its kind of value
 */
public record FactColumn(String name, Type type) {

    /** Kinds of value and their portable SQL types. */
    public enum Type {
        TEXT("VARCHAR"),
        CUSTOMER("BIGINT"),
        INSTANT("TIMESTAMP"),
        DAY("DATE"),
        AMOUNT("DECIMAL(18,6)"),
        MONTHLY("DECIMAL(28,10)"),
        /** What one of something is worth in another. */
        FACTOR("DECIMAL(20,12)"),
        COUNT("BIGINT"),
        SWITCH("BOOLEAN");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }
}
