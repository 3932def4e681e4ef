/// What customers without a contract are worth: from the ledger's states of buying to a model, its holdout and its
/// money.
@NullMarked
package io.customerroom.walls.worth;

import org.jspecify.annotations.NullMarked;
