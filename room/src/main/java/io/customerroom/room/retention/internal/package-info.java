/// Rules, holds and texts in the state store.
@NullMarked
package io.customerroom.room.retention.internal;

import org.jspecify.annotations.NullMarked;
