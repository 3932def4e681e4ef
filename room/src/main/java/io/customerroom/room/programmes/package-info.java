/// Programmes for many customers: whom they are for, what they cost, who took them up, and whom nobody offered them to.
@NullMarked
package io.customerroom.room.programmes;

import org.jspecify.annotations.NullMarked;
