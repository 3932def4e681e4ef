/** Folders that other systems put their exports into. */
@NullMarked
package io.customerroom.ledger.imports.folders;

import org.jspecify.annotations.NullMarked;
