/** What is remembered of looks for names. */
@NullMarked
package io.customerroom.ledger.persons.internal;

import org.jspecify.annotations.NullMarked;
