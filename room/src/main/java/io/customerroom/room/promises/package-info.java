/// Promises and everything that happened to them.
@NullMarked
package io.customerroom.room.promises;

import org.jspecify.annotations.NullMarked;
