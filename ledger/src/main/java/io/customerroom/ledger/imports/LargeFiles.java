package io.customerroom.ledger.imports;

/**
 * Which files are read so that a stopped import can be gone on with.
 *
 * @param fromBytes files of at least this size; smaller ones are begun anew in less time than it takes to look
 * @param everyRows so often what is done is kept
 */
public record LargeFiles(long fromBytes, long everyRows) {

    public static LargeFiles standard() {
        return new LargeFiles(1L << 30, 1L << 20);
    }
}
