/** Import: from a file to a batch with its receipt, and back. */
@NullMarked
package io.customerroom.ledger.imports;

import org.jspecify.annotations.NullMarked;
