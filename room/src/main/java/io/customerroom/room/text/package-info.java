/// Checks of what people type.
@NullMarked
package io.customerroom.room.text;

import org.jspecify.annotations.NullMarked;
