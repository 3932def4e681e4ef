/// Schedules of sources, as they are kept.
@NullMarked
package io.customerroom.room.schedules.internal;

import org.jspecify.annotations.NullMarked;
