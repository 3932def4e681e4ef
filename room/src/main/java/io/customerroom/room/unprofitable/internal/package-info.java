/// Cases as the store keeps them.
@NullMarked
package io.customerroom.room.unprofitable.internal;

import org.jspecify.annotations.NullMarked;
