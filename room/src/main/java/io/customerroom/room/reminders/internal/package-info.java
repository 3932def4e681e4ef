/// Reminders as the store keeps them.
@NullMarked
package io.customerroom.room.reminders.internal;

import org.jspecify.annotations.NullMarked;
