/// Customers whom leaders look after by name: who they are and why, what keeps them, and whom of us they met.
@NullMarked
package io.customerroom.room.vips;

import org.jspecify.annotations.NullMarked;
