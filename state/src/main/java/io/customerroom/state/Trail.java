package io.customerroom.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads and verifies the trail. Nothing here writes: entries are appended by writes alone. */
public final class Trail {

    private final StateStore store;

    Trail(StateStore store) {
        this.store = store;
    }

    /** What a verification found. */
    public sealed interface Verification {

        /** Every hash fits. The head, noted elsewhere, also proves later that no entry was cut off at the end. */
        record Whole(long entries, String head) implements Verification {}

        /** The first entry that is not what was written, or stands where another was. */
        record Broken(long number, String why) implements Verification {}
    }

    /** The newest entries that fit, newest first. */
    public List<TrailEntry> entries(TrailFilter filter, int limit) {
        return store.read(handle -> TrailTable.select(handle, filter, limit));
    }

    /** The number of the newest entry whose event is none of these; 0 where there is none. Cheap: asked for on every page. */
    public long newest(Set<String> exceptEvents) {
        return store.read(handle -> TrailTable.newest(handle, exceptEvents));
    }

    /** The actors the trail knows, in the order of the alphabet. */
    public List<String> actors() {
        return store.read(handle -> TrailTable.distinct(handle, "actors"));
    }

    /** The kinds of event the trail knows, in the order of the alphabet. */
    public List<String> events() {
        return store.read(handle -> TrailTable.distinct(handle, "events"));
    }

    /** Recomputes the chain from the first entry to the last. */
    public Verification verify() {
        return store.read(Trail::verify);
    }

    /** Whether a head that was noted elsewhere is still in the trail; the beginning always is. */
    public boolean knows(String head) {
        return head.equals(TrailEntry.BEGINNING) || store.read(handle -> TrailTable.knows(handle, head));
    }

    /**
     * How many entries tell an earlier moment than the one before them: the clock of a machine was set back between them, or history was
     * told afterwards. Their order is that of their numbers.
     */
    public long backwards() {
        return store.read(TrailTable::backwards);
    }

    /** The moment of the newest entry. */
    public Optional<Instant> newestMoment() {
        return store.read(TrailTable::last).map(TrailEntry::moment);
    }

    /** Hands out every entry of one moment, oldest first. */
    Verification.Whole each(EntryWriter writer) throws IOException {
        try {
            return store.read(handle -> handEach(handle, writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Verification.Whole handEach(Handle handle, EntryWriter writer) {
        long number = 0;
        String head = TrailEntry.BEGINNING;
        try (Stream<TrailEntry> entries = TrailTable.all(handle)) {
            for (Iterator<TrailEntry> iterator = entries.iterator(); iterator.hasNext(); number++) {
                TrailEntry entry = iterator.next();
                writer.write(entry);
                head = entry.hash();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Verification.Whole(number, head);
    }

    /** Takes one entry after the other. */
    interface EntryWriter {
        void write(TrailEntry entry) throws IOException;
    }

    static Verification verify(Handle handle) {
        String former = TrailEntry.BEGINNING;
        long number = 0;
        try (Stream<TrailEntry> entries = TrailTable.all(handle)) {
            for (Iterator<TrailEntry> iterator = entries.iterator(); iterator.hasNext(); ) {
                TrailEntry entry = iterator.next();
                number++;
                if (entry.number() != number) {
                    return new Verification.Broken(number, "entry %d is missing".formatted(number));
                }
                if (!entry.hash().equals(entry.hashAfter(former))) {
                    return new Verification.Broken(number, "entry %d is not as it was written".formatted(number));
                }
                former = entry.hash();
            }
        }
        return new Verification.Whole(number, former);
    }
}
