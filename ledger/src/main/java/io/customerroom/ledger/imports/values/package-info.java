/** Cells as values: exact numbers, dates and moments, read from bytes without making objects. */
@NullMarked
package io.customerroom.ledger.imports.values;

import org.jspecify.annotations.NullMarked;
