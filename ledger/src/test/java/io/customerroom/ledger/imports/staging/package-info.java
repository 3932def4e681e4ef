@NullMarked
package io.customerroom.ledger.imports.staging;

import org.jspecify.annotations.NullMarked;
