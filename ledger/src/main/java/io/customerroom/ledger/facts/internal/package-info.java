/** Receipts in the transactional store. */
@NullMarked
package io.customerroom.ledger.facts.internal;

import org.jspecify.annotations.NullMarked;
