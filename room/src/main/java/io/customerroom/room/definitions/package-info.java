/// Definitions as people agree on them: proposed, signed by leaders, adopted or withdrawn.
@NullMarked
package io.customerroom.room.definitions;

import org.jspecify.annotations.NullMarked;
