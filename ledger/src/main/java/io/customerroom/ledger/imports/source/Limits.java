package io.customerroom.ledger.imports.source;

/**
 * What a file may ask of us before it is refused.
 *
 * @param fieldBytes longest cell, in bytes of UTF-8
 * @param recordBytes longest row
 * @param columns most columns
 * @param unpackedBytes most bytes a compressed file may unpack to
 * @param ratio how many times its own size a compressed file may unpack to, once it is beyond {@code ratioFromBytes}
 */
public record Limits(int fieldBytes, int recordBytes, int columns, long unpackedBytes, int ratio, long ratioFromBytes) {

    public static Limits standard() {
        return new Limits(1 << 20, 1 << 21, 2_000, 100L << 30, 200, 64L << 20);
    }
}
