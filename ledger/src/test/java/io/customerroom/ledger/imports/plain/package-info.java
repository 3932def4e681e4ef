@NullMarked
package io.customerroom.ledger.imports.plain;

import org.jspecify.annotations.NullMarked;
