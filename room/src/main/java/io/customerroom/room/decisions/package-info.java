/// Decisions with reason, owner and the day to look at them again.
@NullMarked
package io.customerroom.room.decisions;

import org.jspecify.annotations.NullMarked;
