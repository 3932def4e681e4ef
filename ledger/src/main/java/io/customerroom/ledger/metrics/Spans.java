package io.customerroom.ledger.metrics;

import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.BuildSessions.OnBuild;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** From when to when a question goes: as it says itself, else as far as the calendar of the build does. Safe for use by many threads. */
final class Spans {

    /** A build never changes, so what its calendar spans is looked up once. */
    private final Map<EndsOf, Ends> ends = new ConcurrentHashMap<>();

    private record EndsOf(String build, Grain grain) {}

    /** The first days of the first and the last period. */
    private record Ends(LocalDate first, LocalDate last) {}

    MetricText.Span of(OnBuild session, Build build, MetricQuery query) {
        LocalDate through = build.clocks().through();
        Ends known =
                ends.computeIfAbsent(new EndsOf(build.id(), query.grain()), of -> ends(session, of.grain(), through));
        return new MetricText.Span(
                query.grain(),
                query.from().map(Period::startsOn).orElse(known.first()),
                query.to().map(Period::startsOn).orElse(known.last()),
                through);
    }

    private static Ends ends(OnBuild session, Grain grain, LocalDate through) {
        session.define(Set.of("calendar"));
        Rows ends = session.query(
                "SELECT MIN(starts_on), MAX(starts_on) FROM calendar WHERE grain = :grain",
                Map.of("grain", grain.id()));
        return new Ends(day(ends, 0, through), day(ends, 1, through));
    }

    private static LocalDate day(Rows ends, int column, LocalDate otherwise) {
        return ends.rows().getFirst().get(column) instanceof LocalDate day ? day : otherwise;
    }
}
