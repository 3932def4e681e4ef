@NullMarked
package io.customerroom.room.losses.internal;

import org.jspecify.annotations.NullMarked;
