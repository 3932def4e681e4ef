package io.customerroom.state;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Keeps Flyway silent: what goes wrong arrives as an exception and is told once, where it is dealt with. Public because Flyway makes it by name. */
public final class QuietLog implements LogCreator, Log {

    @Override
    public Log createLogger(Class<?> type) {
        return this;
    }

    @Override
    public void debug(String message) {
        // silent
    }

    @Override
    public void info(String message) {
        // silent
    }

    @Override
    public void warn(String message) {
        // silent
    }

    @Override
    public void error(String message) {
        // silent
    }

    @Override
    public void error(String message, Exception e) {
        // silent
    }

    @Override
    public void notice(String message) {
        // silent
    }
}
