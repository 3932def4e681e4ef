/// What was said about each point, and the close of a meeting.
@NullMarked
package io.customerroom.room.minutes;

import org.jspecify.annotations.NullMarked;
