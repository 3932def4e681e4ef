/** The person table: the only place that names people, and the only files that are rewritten. */
@NullMarked
package io.customerroom.ledger.persons;

import org.jspecify.annotations.NullMarked;
