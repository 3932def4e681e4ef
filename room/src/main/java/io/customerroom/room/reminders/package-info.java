/// Reminders of promises by mail: each once, one letter per person and day.
@NullMarked
package io.customerroom.room.reminders;

import org.jspecify.annotations.NullMarked;
