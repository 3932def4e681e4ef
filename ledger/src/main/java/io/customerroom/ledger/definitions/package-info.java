/** Versioned, owned, dated rules: what makes a customer active, and what a customer is worth. */
@NullMarked
package io.customerroom.ledger.definitions;

import org.jspecify.annotations.NullMarked;
