@NullMarked
package io.customerroom.ledger.imports.database;

import org.jspecify.annotations.NullMarked;
