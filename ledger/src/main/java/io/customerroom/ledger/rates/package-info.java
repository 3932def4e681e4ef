/** Rates of exchange: which are known, which a ledger used, what waits for one, and what a change of them moved. */
@NullMarked
package io.customerroom.ledger.rates;

import org.jspecify.annotations.NullMarked;
