/// Decisions as the store keeps them.
@NullMarked
package io.customerroom.room.decisions.internal;

import org.jspecify.annotations.NullMarked;
