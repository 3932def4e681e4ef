/// Screens on a wall, which show the room without a person's session.
@NullMarked
package io.customerroom.room.displays;

import org.jspecify.annotations.NullMarked;
