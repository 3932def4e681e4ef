/** Rows of the state store about databases that were read. */
@NullMarked
package io.customerroom.ledger.imports.database.internal;

import org.jspecify.annotations.NullMarked;
