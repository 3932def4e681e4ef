/// Promises as the store keeps them.
@NullMarked
package io.customerroom.room.promises.internal;

import org.jspecify.annotations.NullMarked;
