/** The kinds of facts, the receipts that make batches count, and the facts in force under both clocks. */
@NullMarked
package io.customerroom.ledger.facts;

import org.jspecify.annotations.NullMarked;
