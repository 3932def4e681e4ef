/// The loss review: leavers drawn for executives to call, what came of the calls, and what follows from it.
@NullMarked
package io.customerroom.room.losses;

import org.jspecify.annotations.NullMarked;
