/// Displays as the store keeps them.
@NullMarked
package io.customerroom.room.displays.internal;

import org.jspecify.annotations.NullMarked;
