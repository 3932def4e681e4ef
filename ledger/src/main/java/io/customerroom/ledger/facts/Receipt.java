package io.customerroom.ledger.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The record that makes a batch count. Files of a batch without a receipt do not exist.
 *
 * @param batch short and sortable: {@code b0001-purchase-online-retail}
 * @param number order of arrival in this workspace, from 1
 * @param file what was imported
 * @param counts rows read = kept + set aside
 * @param span the days and moments the kept rows cover; empty when none was kept
 * @param keysUnique no two kept rows share a key, so that the batch alone needs no choice between versions
 * @param importedAt the receipt's time, upper bound of every {@code recorded_at} in it
 * @param withdrawal when, by whom and why the import was undone; empty while the batch is in force
 */
public record Receipt(
        String batch,
        int number,
        FactKind kind,
        String source,
        String ids,
        Feed feed,
        File file,
        Counts counts,
        Optional<Span> span,
        boolean keysUnique,
        Instant importedAt,
        String author,
        Optional<Withdrawal> withdrawal) {

    public boolean active() {
        return withdrawal.isEmpty();
    }

    /** The same of a file that is called otherwise. */
    public Receipt called(String name) {
        File other = new File(name, file.contentHash(), file.mapping(), file.mappingHash(), file.notes());
        return new Receipt(
                batch,
                number,
                kind,
                source,
                ids,
                feed,
                other,
                counts,
                span,
                keysUnique,
                importedAt,
                author,
                withdrawal);
    }

    /**
     * What was read.
     *
     * @param name base name only
     * @param contentHash SHA-256 of the file's bytes
     * @param mapping the mapping used, as YAML
     * @param mappingHash SHA-256 of that text
     * @param notes what the reader may want to know: encoding chosen, amounts rounded
     */
    public record File(
            String name, String contentHash, String mapping, String mappingHash, java.util.List<String> notes) {
        public File {
            notes = java.util.List.copyOf(notes);
        }
    }

    /** Rows read, rows kept, and rows set aside by reason code. They add up, or the receipt is refused. */
    public record Counts(long read, long kept, SortedMap<String, Long> setAside) {
        public Counts {
            setAside = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(setAside));
            long aside = setAside.values().stream().mapToLong(Long::longValue).sum();
            if (read != kept + aside) {
                throw new IllegalArgumentException(
                        "read must be kept + set aside, but was " + read + " = " + kept + " + " + aside);
            }
        }

        public long allSetAside() {
            return read - kept;
        }

        /** Rows of which we do not know what they say; a row set aside because an equal one came before is not among them. */
        public long unread() {
            return allSetAside() - setAside.getOrDefault("DUPLICATE_ROW", 0L);
        }
    }

    /** First and last of the kept rows, both included: company days of occurrence, UTC moments of knowledge. */
    public record Span(LocalDate firstOn, LocalDate lastOn, Instant firstRecordedAt, Instant lastRecordedAt) {}

    /** An import undone. The rows stay on disk; they no longer count. */
    public record Withdrawal(Instant at, String author, String reason) {}
}
