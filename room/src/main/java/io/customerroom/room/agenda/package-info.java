/// What a meeting goes through, by wall and stage.
@NullMarked
package io.customerroom.room.agenda;

import org.jspecify.annotations.NullMarked;
