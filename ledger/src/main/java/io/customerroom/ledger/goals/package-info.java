/// What was aimed at, and what other systems count: stated by people, kept with author and history, set beside the
/// ledger's own figures.
@NullMarked
package io.customerroom.ledger.goals;

import org.jspecify.annotations.NullMarked;
