package io.customerroom.state;

/** Held by the one server that serves a store; closing it lets go, and never fails: the end of the process lets go as well. */
@FunctionalInterface
public interface Serving extends AutoCloseable {

    @Override
    void close();
}
