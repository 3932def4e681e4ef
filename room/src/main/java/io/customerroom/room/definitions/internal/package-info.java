/// Proposals as the store keeps them.
@NullMarked
package io.customerroom.room.definitions.internal;

import org.jspecify.annotations.NullMarked;
