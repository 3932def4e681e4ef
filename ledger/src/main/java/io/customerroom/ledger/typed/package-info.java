/// Readings that people type: facts like any other, with a receipt that names who typed them.
@NullMarked
package io.customerroom.ledger.typed;

import org.jspecify.annotations.NullMarked;
