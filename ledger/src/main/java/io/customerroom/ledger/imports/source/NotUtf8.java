package io.customerroom.ledger.imports.source;

/** The file is not UTF-8, and nobody said it was: it is to be read again in another encoding. */
public final class NotUtf8 extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotUtf8() {
        super("not UTF-8", null, false, false);
    }
}
