/** Rows of the state store about events that arrived. */
@NullMarked
package io.customerroom.ledger.imports.events.internal;

import org.jspecify.annotations.NullMarked;
