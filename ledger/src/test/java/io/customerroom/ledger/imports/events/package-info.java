@NullMarked
package io.customerroom.ledger.imports.events;

import org.jspecify.annotations.NullMarked;
