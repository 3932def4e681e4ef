/** How the columns of a file become facts: read from YAML, or guessed from the header and a sample and shown. */
@NullMarked
package io.customerroom.ledger.imports.mapping;

import org.jspecify.annotations.NullMarked;
