package io.customerroom.web.api;

import io.customerroom.kernel.Failure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of rows begins. The cursor names the ledger as well: after a new one the rows before the page would be others.
 *
 * @param build the ledger the cursor was handed out for; empty at the beginning
 */
record RowsFrom(Optional<String> build, int offset, int limit) {

    private static final int FARTHEST = 10_000_000;

    static RowsFrom of(Pages pages) {
        if (pages.after().isEmpty()) {
            return new RowsFrom(Optional.empty(), 0, pages.limit());
        }
        String[] words = pages.after().get().split(" ", -1);
        if (words.length != 2 || !words[1].matches("\\d{1,8}") || Integer.parseInt(words[1]) > FARTHEST) {
            throw Pages.malformed();
        }
        return new RowsFrom(Optional.of(words[0]), Integer.parseInt(words[1]), pages.limit());
    }

    /** Refused: a cursor of another ledger. */
    void mustBe(String asked) {
        if (build.isPresent() && !build.get().equals(asked)) {
            throw Failure.yours(
                    "CURSOR_OUTDATED",
                    "A newer ledger has been built since this cursor was handed out.",
                    "Leave the cursor out and begin again.");
        }
    }

    /** Rows to ask for, the ones before the page included. */
    int last() {
        return offset + limit;
    }

    List<List<@Nullable Object>> page(List<List<@Nullable Object>> rows) {
        return rows.subList(Math.min(offset, rows.size()), Math.min(last(), rows.size()));
    }

    Optional<String> next(String asked, long total) {
        return last() < total ? Optional.of(Pages.cursor(asked + " " + last())) : Optional.empty();
    }
}
