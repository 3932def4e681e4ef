/** Rows as typed facts in one staged file: what cannot be a fact is set aside with its reason, the rest waits to be sorted. */
@NullMarked
package io.customerroom.ledger.imports.staging;

import org.jspecify.annotations.NullMarked;
