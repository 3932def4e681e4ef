package io.customerroom.web.data;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.database.DatabaseReadings;
import io.customerroom.room.schedules.Feeding;
import io.customerroom.room.schedules.Schedule;
import io.customerroom.room.schedules.Schedules;
import io.customerroom.room.schedules.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A kind of data from one source, as the list of sources prints it.
 *
 * @param last day that it told of
 * @param arrived when its last batch came
 * @param schedule empty where none is stated
 * @param mark {@code concerning} where it is late
 */
public record SourceLine(
        String kind,
        String source,
        String last,
        String arrived,
        String feeds,
        Optional<Schedule> schedule,
        String words,
        String state,
        String mark,
        String by) {

    /** Every source that sent something or is expected to, by kind and name. */
    static List<SourceLine> of(
            List<Receipt> receipts, List<Schedules.Stated> stated, Instant now, CompanyCalendar calendar) {
        Set<String> seen = new TreeSet<>();
        receipts.stream()
                .filter(receipt -> receipt.kind().happens())
                .forEach(receipt -> seen.add(receipt.kind().table() + "\n" + receipt.source()));
        stated.forEach(one ->
                seen.add(one.schedule().kind().table() + "\n" + one.schedule().source()));
        List<SourceLine> lines = new ArrayList<>();
        for (String name : seen) {
            String[] parts = name.split("\n", 2);
            FactKind kind = FactKind.named(parts[0]);
            Optional<Schedules.Stated> schedule = stated.stream()
                    .filter(one -> one.schedule().kind() == kind
                            && one.schedule().source().equals(parts[1]))
                    .findFirst();
            Optional<SourceState> state = schedule.map(one -> SourceState.of(one, receipts, now, calendar));
            lines.add(new SourceLine(
                    kind.table(),
                    parts[1],
                    SourceState.last(receipts, kind, parts[1], now)
                            .map(LocalDate::toString)
                            .orElse("–"),
                    receipts.stream()
                            .filter(receipt -> receipt.active()
                                    && receipt.kind() == kind
                                    && receipt.source().equals(parts[1]))
                            .map(Receipt::importedAt)
                            .max(Comparator.naturalOrder())
                            .map(at -> "arrived " + LocalDate.ofInstant(at, calendar.zone()))
                            .orElse(""),
                    Feeding.of(kind).figures(),
                    schedule.map(Schedules.Stated::schedule),
                    schedule.map(one -> one.schedule().inWords()).orElse("no schedule"),
                    state.map(it -> it.inWords(calendar)
                                    + (it.late()
                                            ? ", by " + DatabaseReadings.inWords(Duration.between(it.dueAt(), now))
                                            : ""))
                            .orElse("not watched"),
                    state.filter(SourceState::late).map(it -> "concerning").orElse(""),
                    schedule.map(Schedules.Stated::by).orElse("")));
        }
        return lines;
    }
}
