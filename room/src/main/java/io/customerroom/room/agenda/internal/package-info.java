/// Agendas as the store keeps them.
@NullMarked
package io.customerroom.room.agenda.internal;

import org.jspecify.annotations.NullMarked;
