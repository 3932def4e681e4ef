/** What the ledger asks of an engine: sessions over Parquet, and the few words engines spell differently. */
@NullMarked
package io.customerroom.ledger.engine;

import org.jspecify.annotations.NullMarked;
