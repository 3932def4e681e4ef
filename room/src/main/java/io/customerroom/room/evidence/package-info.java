/// Frozen readings: what a wall showed at one moment, and what has been restated since.
@NullMarked
package io.customerroom.room.evidence;

import org.jspecify.annotations.NullMarked;
