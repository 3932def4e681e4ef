package io.customerroom.ledger.engine;

/** Something that answers SQL over Parquet files. The embedded one is the default; a distributed one may stand in its place. */
public interface Engine extends AutoCloseable {

    /** As it is called in messages and in the engine's contract suite: {@code duckdb}. */
    String name();

    Dialect dialect();

    /** A session of its own, with no tables yet. Sessions are not shared between threads. */
    Session open();

    @Override
    void close();
}
