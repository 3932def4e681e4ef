package io.customerroom.ledger.imports.events;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.imports.events.internal.EventRows;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events in the form that Segment made common: identify, track, page, screen, group, in batches. What {@link #receive} has answered is kept; an event that comes twice
 * is told by its {@code messageId}, also after a restart. {@link #drain} makes batches of what has arrived: first it is settled which events form a
 * lot, then the lot is imported like a file, then its events are forgotten. Where that breaks off, the same lot is imported again, and recognised by its content.
 */
public final class EventInbox {

    /** The largest request, as Segment has it. */
    public static final int LONGEST_REQUEST = 500 << 10;

    private static final int MOST_EVENTS = 2_500;
    private static final int MOST_WAITING = 1_000_000;
    private static final int DEEPEST = 16;
    private static final int SHORTEST_WORD = 3;

    private final Workspace workspace;
    private final Imports imports;
    private final StateStore store;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public EventInbox(Workspace workspace, Imports imports, StateStore store, Clock clock) {
        this.workspace = workspace;
        this.imports = imports;
        this.store = store;
        this.clock = clock;
    }

    /** What became of one event. */
    public enum Result {
        /** It is kept, and becomes a fact with the next lot. */
        ACCEPTED,
        /** It was here before. */
        DUPLICATE,
        /** No rule says what it means. */
        PASSED_OVER,
        /** It is no event; see the reason. */
        REFUSED;

        /** {@code passed-over}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The answer for one event.
     *
     * @param messageId as it was sent; empty where it had none
     * @param reason empty where it was not refused
     */
    public record Answer(String messageId, Result result, String reason) {}

    /**
     * Keeps the events of one request, each for itself.
     *
     * @param body {@code {"batch": [{…}, …]}} in UTF-8
     * @return one answer per event, in their order
     */
    public List<Answer> receive(Authorship by, byte[] body) {
        JsonNode batch = batch(body);
        EventRules rules = EventRules.of(workspace);
        if (waiting() > MOST_WAITING) {
            throw Failure.resources(
                    "EVENTS_FULL",
                    "Too many events wait to be imported.",
                    "Send them again later; look at the page Data.");
        }
        String now = StoredText.storable(clock.instant()).toString();
        return store.write(by, writing -> {
            List<Answer> answers = new ArrayList<>();
            int kept = 0;
            for (JsonNode sent : batch) {
                EventMessage.Checked checked = EventMessage.check(sent);
                if (checked.refused().isPresent()) {
                    EventMessage.Refused refused = checked.refused().get();
                    answers.add(new Answer(refused.id(), Result.REFUSED, refused.reason()));
                    continue;
                }
                EventMessage message = checked.message().orElseThrow();
                Optional<String> mapping = rules.mapping(message);
                boolean fresh = mapping.isPresent()
                        && EventRows.keep(
                                writing.handle(),
                                message.fingerprint(),
                                mapping.get(),
                                message.line(now),
                                now,
                                answers.size());
                kept += fresh ? 1 : 0;
                answers.add(new Answer(
                        message.id(),
                        mapping.isEmpty() ? Result.PASSED_OVER : fresh ? Result.ACCEPTED : Result.DUPLICATE,
                        ""));
            }
            count(writing, answers);
            writing.record(
                    "events-received",
                    "events",
                    Change.made("events kept: " + kept),
                    Map.of("kept", kept, "sent", answers.size()));
            return answers;
        });
    }

    private static void count(Writing writing, List<Answer> answers) {
        Map<Result, Integer> counts = new EnumMap<>(Result.class);
        answers.forEach(answer -> counts.merge(answer.result(), 1, Integer::sum));
        String day = StoredText.of(LocalDate.ofInstant(writing.now(), ZoneOffset.UTC));
        counts.forEach((result, events) -> EventRows.count(writing.handle(), day, result.id(), events));
    }

    private JsonNode batch(byte[] body) {
        if (body.length > LONGEST_REQUEST) {
            throw Failure.yours(
                    "EVENTS_TOO_LARGE", "The request is longer than 500 KB.", "Send fewer events at a time.");
        }
        JsonNode batch;
        try {
            batch = json.readTree(body).path("batch");
        } catch (JacksonException e) {
            throw notABatch();
        }
        if (!batch.isArray() || batch.isEmpty() || batch.size() > MOST_EVENTS) {
            throw notABatch();
        }
        return batch;
    }

    private static Failure notABatch() {
        return Failure.yours(
                "EVENTS_UNREADABLE",
                "The request is no batch of events.",
                "Send {\"batch\": [{…}, …]} in JSON, with 1 to %d events.".formatted(MOST_EVENTS));
    }

    /** Forgets waiting events in which one of these words stands, in any case; answers how many. An event that comes again is told by its id. */
    public int forget(Authorship by, Collection<String> words) {
        List<String> sought = words.stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .toList();
        int forgotten = store.write(by, writing -> {
            writing.overwriteWhatGoes();
            int gone = 0;
            for (Map.Entry<String, String> event :
                    EventRows.waitingLines(writing.handle()).entrySet()) {
                String line = event.getValue().toLowerCase(Locale.ROOT);
                if (sought.stream().anyMatch(line::contains)) {
                    EventRows.forget(writing.handle(), event.getKey());
                    gone++;
                }
            }
            if (gone == 0) {
                writing.unchanged();
            } else {
                writing.record("events-erased", "events", Map.of("events", gone));
            }
            return gone;
        });
        if (forgotten > 0) {
            store.fold();
        }
        return forgotten;
    }

    /** How many events wait for their import. */
    public long waiting() {
        return store.read(EventRows::waiting);
    }

    /**
     * What a drain did.
     *
     * @param failures of lots that could not be imported; they wait and are tried again
     */
    public record Drained(List<Receipt> receipts, List<Failure> failures) {}

    /** Imports what has arrived, one batch per mapping. */
    public Drained drain(Authorship by) {
        settle(by);
        List<Receipt> receipts = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        Map<Long, String> lots = new TreeMap<>(store.read(EventRows::open));
        for (Map.Entry<Long, String> lot : lots.entrySet()) {
            try {
                receipts.add(importLot(by, lot.getKey(), lot.getValue()));
            } catch (Failure e) {
                failures.add(e);
                note(by, lot.getKey(), e);
            }
        }
        return new Drained(List.copyOf(receipts), List.copyOf(failures));
    }

    /** So that the page of events tells it. The lot waits, and is tried again. */
    private void note(Authorship by, long lot, Failure failure) {
        store.write(by, writing -> {
            EventRows.problem(writing.handle(), lot, StoredText.of(writing.now()), failure);
            writing.record("events-waiting", "events", Map.of("lot", lot, "code", failure.code()));
            return null;
        });
    }

    /**
     * What has arrived, as the page of events tells it.
     *
     * @param waiting events that are in no batch yet
     * @param oldest when the first of them came
     * @param today what became of events today (UTC), by answer; in {@code month} since thirty days
     * @param lots the newest first
     */
    public record Standing(
            long waiting, Optional<Instant> oldest, Map<Result, Long> today, Map<Result, Long> month, List<Lot> lots) {}

    /**
     * Events that became, or become, one batch.
     *
     * @param batch empty while it waits
     * @param problem why it could not be imported the last time
     */
    public record Lot(
            long lot,
            String mapping,
            long events,
            Optional<Instant> lastAt,
            Optional<String> batch,
            Optional<Failure> problem) {}

    /** @param most lots */
    public Standing standing(int most) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return store.read(handle -> new Standing(
                EventRows.waiting(handle),
                EventRows.oldest(handle).map(StoredText::instant),
                named(EventRows.counts(handle, StoredText.of(day))),
                named(EventRows.counts(handle, StoredText.of(day.minusDays(30)))),
                EventRows.lots(handle, most).stream().map(EventInbox::lot).toList()));
    }

    private static Map<Result, Long> named(Map<String, Long> counts) {
        Map<Result, Long> named = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            named.put(result, counts.getOrDefault(result.id(), 0L));
        }
        return named;
    }

    private static Lot lot(EventRows.Lot row) {
        return new Lot(
                row.lot(),
                row.mapping(),
                row.events(),
                Optional.of(row.lastAt()).filter(at -> !at.isEmpty()).map(StoredText::instant),
                row.batch(),
                row.code().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Failure.yours(row.code(), row.sentence(), row.nextStep())));
    }

    /** What events mean here: type, name and mapping of each rule, in their order. Refused where {@code events.yaml} is missing or cannot be read. */
    public List<List<String>> rules() {
        return EventRules.of(workspace).rules().stream()
                .map(rule -> List.of(rule.type(), rule.event().orElse("any"), rule.mapping()))
                .toList();
    }

    /** Which events form a lot does not change any more, so that importing it twice is importing it once. */
    private void settle(Authorship by) {
        store.write(by, writing -> {
            Map<String, Integer> settled = new LinkedHashMap<>();
            for (String mapping : EventRows.mappingsWaiting(writing.handle())) {
                settled.put(mapping, EventRows.settle(writing.handle(), mapping));
            }
            if (settled.isEmpty()) {
                writing.unchanged();
            } else {
                int events =
                        settled.values().stream().mapToInt(Integer::intValue).sum();
                writing.record(
                        "events-settled",
                        "events",
                        Change.of("events waiting: " + events, "lots: " + settled.size()),
                        Map.of("events", events, "lots", settled.size()));
            }
            return null;
        });
    }

    private Receipt importLot(Authorship by, long lot, String name) {
        Mapping mapping = EventRules.of(workspace).read(name);
        try {
            Path file = Files.createTempFile("customer-room-events-", ".jsonl");
            try {
                Files.write(file, store.read(handle -> EventRows.lines(handle, lot)), StandardCharsets.UTF_8);
                Receipt receipt = imports.run(
                                ImportRequest.of(file, mapping.fact())
                                        .named("events, lot " + lot)
                                        .with(mapping)
                                        .with(Feed.DELTA),
                                by,
                                Progress.NONE)
                        .receipt();
                store.write(by, writing -> {
                    writing.overwriteWhatGoes();
                    EventRows.done(writing.handle(), lot, receipt.batch());
                    writing.record(
                            "events-imported",
                            receipt.batch(),
                            Change.of("lot " + lot, "batch " + receipt.batch()),
                            Map.of("lot", lot));
                    return null;
                });
                return receipt;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw Failure.resources(
                    "EVENTS_NOT_IMPORTED",
                    "Events could not be written for their import.",
                    "Check room on the disk for temporary files.");
        }
    }
}
