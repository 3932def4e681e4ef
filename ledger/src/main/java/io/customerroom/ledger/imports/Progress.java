package io.customerroom.ledger.imports;

/** Told how far an import is, a few times a second at most as far as rows go. Throwing {@link Stopped} ends the import. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (bytes, of, rows) -> {};

    /**
     * @param bytes read from the file
     * @param of its size
     * @param rows read so far
     */
    void reached(long bytes, long of, long rows);
}
