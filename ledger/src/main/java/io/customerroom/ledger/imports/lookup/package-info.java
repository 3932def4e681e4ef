/** Files beside an imported one, in which words are looked up. */
@NullMarked
package io.customerroom.ledger.imports.lookup;

import org.jspecify.annotations.NullMarked;
