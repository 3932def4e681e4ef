package io.customerroom.ledger.imports.source;

/** The part of a file that was read before says something else now, so that its rows are not those that were kept. */
public final class OtherBytes extends RuntimeException {

    private static final long serialVersionUID = 1;

    OtherBytes() {
        super("other bytes than before", null, false, false);
    }
}
