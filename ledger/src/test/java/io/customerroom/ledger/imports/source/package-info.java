@NullMarked
package io.customerroom.ledger.imports.source;

import org.jspecify.annotations.NullMarked;
