package io.customerroom.room.schedules;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a source with a schedule stands. Data of a period is there when a batch in force reaches into the period or beyond it, so a period in
 * which nothing happened counts as missing until the next one.
 *
 * @param lastOn the last day its batches in force know; empty where there are none
 * @param dueAt when the first missing period is due
 * @param today the company's day
 */
public record SourceState(
        Schedule schedule, Standing standing, Optional<LocalDate> lastOn, Instant dueAt, LocalDate today) {

    /** Before every sentence about late data. */
    public static final String LATE = "Data is late: ";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** What is to be said about a source. */
    public enum Standing {
        ON_TIME("on time"),
        /** A period is over, and its data is not there yet. */
        DUE("due"),
        LATE("late");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The state at a moment, as the receipts of then say. */
    public static SourceState of(
            Schedules.Stated stated, List<Receipt> receipts, Instant now, CompanyCalendar calendar) {
        Schedule schedule = stated.schedule();
        Optional<LocalDate> last = last(receipts, schedule.kind(), schedule.source(), now);
        LocalDate since = last.orElseGet(() -> LocalDate.ofInstant(stated.at(), calendar.zone()));
        LocalDate start = schedule.every().start(since, calendar.weekStart());
        // what reaches into a period has brought it; without any data the period of the schedule's own day is the first
        LocalDate missing = last.isPresent() ? schedule.every().end(start) : start;
        LocalDate end = schedule.every().end(missing);
        Instant due = schedule.due(end, calendar);
        LocalDate today = LocalDate.ofInstant(now, calendar.zone());
        Standing standing = !due.plus(schedule.grace()).isAfter(now)
                ? Standing.LATE
                : end.isAfter(today) ? Standing.ON_TIME : Standing.DUE;
        return new SourceState(schedule, standing, last, due, today);
    }

    /** Of the sources with these schedules those that are late at a moment, as the receipts of then say. */
    public static List<SourceState> late(
            List<Schedules.Stated> stated, List<Receipt> receipts, Instant now, CompanyCalendar calendar) {
        return stated.stream()
                .map(one -> of(one, receipts, now, calendar))
                .filter(SourceState::late)
                .toList();
    }

    /** The last day that batches of a kind and a source knew at a moment. */
    public static Optional<LocalDate> last(List<Receipt> receipts, FactKind kind, String source, Instant now) {
        return receipts.stream()
                .filter(receipt -> receipt.kind() == kind && receipt.source().equals(source))
                .filter(receipt -> !receipt.importedAt().isAfter(now))
                .filter(receipt -> receipt.withdrawal()
                        .filter(undone -> !undone.at().isAfter(now))
                        .isEmpty())
                .flatMap(receipt -> receipt.span().stream())
                .map(Receipt.Span::lastOn)
                .max(Comparator.naturalOrder());
    }

    public boolean late() {
        return standing == Standing.LATE;
    }

    /** Whole days from the last one known to today; 0 where nothing is known. */
    public long daysBehind() {
        return lastOn.map(last -> Math.max(0, ChronoUnit.DAYS.between(last, today)))
                .orElse(0L);
    }

    /** {@code late since 3 March 2026}, {@code due by …}, {@code on time, next by …}. */
    public String inWords(CompanyCalendar calendar) {
        String day = DAY.format(LocalDate.ofInstant(dueAt, calendar.zone()));
        return switch (standing) {
            case LATE -> "late since " + day;
            case DUE -> "due by " + day;
            case ON_TIME -> "on time, next by " + day;
        };
    }

    /** One sentence for a wall: who is late, since when, and what rests on it. */
    public String sentence(CompanyCalendar calendar) {
        return LATE
                + "%s of “%s” %s expected%s by %s, %s; %s."
                        .formatted(
                                Feeding.of(schedule.kind()).plural(),
                                schedule.source(),
                                Feeding.of(schedule.kind()).plural().equals("feedback") ? "was" : "were",
                                schedule.owner().isEmpty() ? "" : " from " + schedule.owner(),
                                DAY.format(LocalDate.ofInstant(dueAt, calendar.zone())),
                                lastOn.map(last -> "the last data is of " + DAY.format(last))
                                        .orElse("and nothing has come yet"),
                                Feeding.of(schedule.kind()).figures()
                                        + (lastOn.isPresent()
                                                ? daysBehind() == 1
                                                        ? " are 1 day behind"
                                                        : " are %d days behind".formatted(daysBehind())
                                                : " wait for it"));
    }
}
