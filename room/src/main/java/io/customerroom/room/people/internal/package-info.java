/// People as the store keeps them.
@NullMarked
package io.customerroom.room.people.internal;

import org.jspecify.annotations.NullMarked;
