package io.customerroom.web.data;

import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.imports.Progress;

/** Builds the ledger on somebody's word; the program decides in which process. Answers when the build is recorded. */
@FunctionalInterface
public interface LedgerWork {

    /** @param progress told how long it takes beside the last one; says nothing where no time is known */
    void build(Authorship by, Progress progress);
}
