/// When data of a source is expected, and what is late.
@NullMarked
package io.customerroom.room.schedules;

import org.jspecify.annotations.NullMarked;
