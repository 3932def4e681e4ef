package io.customerroom.ledger.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the facts gained since a former build. */
public sealed interface Addition {

    /**
     * Rows came, and nothing else: no row that was there changes, goes, or belongs to another customer now, and no order has lines on both
     * sides. Purchases and costs happened after the former build's last day.
     *
     * @param files the batches that came, per table of facts; a table without any is absent
     */
    record Rows(Map<String, List<Path>> files) implements Addition {
        public Rows {
            files = Map.copyOf(files);
        }
    }

    /**
     * More than rows that follow: the ledger must be built whole.
     *
     * @param why as a clause: {@code a batch was undone}
     */
    record Otherwise(String why) implements Addition {}
}
