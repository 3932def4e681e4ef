/// Accountability meetings: attendance, frozen walls and the three questions.
@NullMarked
package io.customerroom.room.meetings;

import org.jspecify.annotations.NullMarked;
