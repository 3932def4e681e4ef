/** What makes a customer's key opaque, and the same in every order of import. */
@NullMarked
package io.customerroom.ledger.identity;

import org.jspecify.annotations.NullMarked;
