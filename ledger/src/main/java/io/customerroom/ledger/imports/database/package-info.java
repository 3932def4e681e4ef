/** Databases as sources: read only, address by address named, and only what is new. */
@NullMarked
package io.customerroom.ledger.imports.database;

import org.jspecify.annotations.NullMarked;
