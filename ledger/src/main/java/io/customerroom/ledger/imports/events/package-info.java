/** Events that programs send: kept when they arrive, imported in lots. */
@NullMarked
package io.customerroom.ledger.imports.events;

import org.jspecify.annotations.NullMarked;
