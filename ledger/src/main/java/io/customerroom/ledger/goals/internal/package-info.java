/// The rows of goals and of other systems' counts.
@NullMarked
package io.customerroom.ledger.goals.internal;

import org.jspecify.annotations.NullMarked;
