@NullMarked
package io.customerroom.ledger.wrongway;

import org.jspecify.annotations.NullMarked;
