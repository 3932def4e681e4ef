package io.customerroom.web.data;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.imports.database.DatabaseReadings;
import io.customerroom.ledger.imports.database.DatabaseRun;
import io.customerroom.ledger.imports.database.DatabaseSource;
import io.customerroom.ledger.imports.database.DatabaseSources;
import io.customerroom.ledger.imports.database.DatabaseStanding;
import io.customerroom.walls.exhibit.Numbers;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A database that is read, as the pages print it.
 *
 * @param mark {@code concerning} where it is late or its last reading failed
 * @param failed sentences about the last reading, where it failed
 */
public record DatabaseLine(
        String name,
        String shown,
        String asked,
        String kind,
        String plan,
        String last,
        String due,
        String next,
        String state,
        String mark,
        List<String> failed,
        List<RunLine> runs) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    /**
     * A reading as a row of a table.
     *
     * @param batch empty where there is none
     */
    public record RunLine(String at, String by, String batch, String read, String outcome, String nextStep) {}

    static DatabaseLine of(DatabaseSources.Known known, CompanyCalendar calendar) {
        DatabaseSource source = known.source();
        DatabaseStanding standing = known.standing();
        Optional<DatabaseRun.Failed> failed = known.runs().stream().findFirst().flatMap(DatabaseRun::failed);
        return new DatabaseLine(
                source.name(),
                source.door().shown(),
                source.asked().shown(),
                source.kind().table().replace('_', ' '),
                source.plan().inWords(),
                moment(standing.done(), calendar),
                moment(standing.due(), calendar),
                moment(standing.next(), calendar),
                state(source, standing, failed),
                !source.paused() && (standing.late().isPresent() || failed.isPresent()) ? "concerning" : "",
                failed.map(it -> List.of(it.sentence(), it.nextStep())).orElse(List.of()),
                known.runs().stream().map(run -> line(run, calendar)).toList());
    }

    private static String state(DatabaseSource source, DatabaseStanding standing, Optional<DatabaseRun.Failed> failed) {
        if (source.paused()) {
            return "paused";
        }
        if (source.mapping().isEmpty()) {
            return "being set up: nobody has said what its columns mean";
        }
        String late = standing.late()
                .map(by -> "late by " + DatabaseReadings.inWords(by))
                .orElse("");
        String tries = failed.isEmpty()
                ? ""
                : "the last %s failed"
                        .formatted(standing.failures() == 1 ? "reading" : standing.failures() + " readings");
        if (late.isEmpty() && tries.isEmpty()) {
            return standing.due().isPresent() ? "in time" : "read by hand";
        }
        return late.isEmpty() ? tries : tries.isEmpty() ? late : late + "; " + tries;
    }

    private static RunLine line(DatabaseRun run, CompanyCalendar calendar) {
        return new RunLine(
                moment(Optional.of(run.at()), calendar),
                run.by(),
                run.batch().orElse(""),
                run.failed().isPresent() ? "–" : Numbers.whole(run.read()),
                run.failed()
                        .map(DatabaseRun.Failed::sentence)
                        .orElse(run.batch().isPresent() ? "imported" : "nothing new"),
                run.failed().map(DatabaseRun.Failed::nextStep).orElse(""));
    }

    static String moment(Optional<Instant> at, CompanyCalendar calendar) {
        return at.map(it -> MOMENT.format(it.atZone(calendar.zone()))).orElse("–");
    }
}
