/// Meetings and promises as a calendar file.
@NullMarked
package io.customerroom.room.calendar;

import org.jspecify.annotations.NullMarked;
