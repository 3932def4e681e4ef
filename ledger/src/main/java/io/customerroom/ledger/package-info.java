/// Facts, import, definitions, metrics, questions and the engine interface.
@NullMarked
package io.customerroom.ledger;

import org.jspecify.annotations.NullMarked;
