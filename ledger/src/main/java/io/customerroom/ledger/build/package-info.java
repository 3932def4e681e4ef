/** Builds: the customer ledger made from the facts under the two clocks and the definitions in force, checked by its identities. */
@NullMarked
package io.customerroom.ledger.build;

import org.jspecify.annotations.NullMarked;
