/// Programmes as they are kept.
@NullMarked
package io.customerroom.room.programmes.internal;

import org.jspecify.annotations.NullMarked;
