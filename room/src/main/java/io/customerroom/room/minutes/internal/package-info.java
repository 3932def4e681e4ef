/// Minutes as the store keeps them.
@NullMarked
package io.customerroom.room.minutes.internal;

import org.jspecify.annotations.NullMarked;
