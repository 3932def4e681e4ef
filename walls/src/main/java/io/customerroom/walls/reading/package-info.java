/// How a wall asks the ledger, and how it reads the answer.
@NullMarked
package io.customerroom.walls.reading;

import org.jspecify.annotations.NullMarked;
