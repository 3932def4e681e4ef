/// Meetings as the store keeps them.
@NullMarked
package io.customerroom.room.meetings.internal;

import org.jspecify.annotations.NullMarked;
