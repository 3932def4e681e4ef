package io.customerroom.ledger.metrics;

import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sessions over builds, kept for the next question: opening one and naming its tables takes as long as a small answer. Each is used by one
 * thread at a time. The longest unused goes first; those left end with the engine.
 */
final class BuildSessions {

    /** As many as questions run side by side, and some for other builds. */
    private static final int MOST_IDLE = 6;

    private final Engine engine;
    private final Deque<OnBuild> idle = new ArrayDeque<>();

    BuildSessions(Engine engine) {
        this.engine = engine;
    }

    /** One of our own until it is closed. */
    OnBuild over(Build build) {
        synchronized (idle) {
            for (Iterator<OnBuild> each = idle.iterator(); each.hasNext(); ) {
                OnBuild kept = each.next();
                if (kept.build.id().equals(build.id())) {
                    each.remove();
                    return kept;
                }
            }
        }
        return new OnBuild(engine.open(), build);
    }

    /** One that is nobody else's, before or after; closing it ends it. */
    OnBuild apart(Build build) {
        return new OnBuild(engine.open(), build) {
            @Override
            public void close() {
                end();
            }
        };
    }

    private void keep(OnBuild used) {
        OnBuild surplus = null;
        synchronized (idle) {
            idle.addFirst(used);
            if (idle.size() > MOST_IDLE) {
                surplus = idle.removeLast();
            }
        }
        if (surplus != null) {
            surplus.session.close();
        }
    }

    /** A session that names each table of its build once, when it is first needed. */
    class OnBuild implements AutoCloseable {

        private final Session session;
        private final Build build;
        private final Set<String> named = new HashSet<>();

        private OnBuild(Session session, Build build) {
            this.session = session;
            this.build = build;
        }

        void define(Collection<String> tables) {
            List<String> missing =
                    tables.stream().filter(table -> !named.contains(table)).toList();
            if (!missing.isEmpty()) {
                build.define(session, missing);
                named.addAll(missing);
            }
        }

        Rows query(String sql, Map<String, ?> parameters) {
            return session.query(sql, parameters);
        }

        void each(
                String sql,
                Map<String, ?> parameters,
                Function<List<Rows.Column>, Consumer<List<@Nullable Object>>> taker) {
            session.each(sql, parameters, taker);
        }

        /** The session itself, of one that is nobody else's; whoever takes it closes it. */
        Session apart() {
            return session;
        }

        void execute(String sql, Map<String, ?> parameters) {
            session.execute(sql, parameters);
        }

        void end() {
            session.close();
        }

        long write(String sql, Map<String, ?> parameters, Path parquet) {
            return session.write(sql, parameters, parquet);
        }

        /** Gives it back. */
        @Override
        public void close() {
            keep(this);
        }
    }
}
