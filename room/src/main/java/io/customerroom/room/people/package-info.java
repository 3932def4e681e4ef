/// Who may enter the room: accounts, roles, passwords and one-time links.
@NullMarked
package io.customerroom.room.people;

import org.jspecify.annotations.NullMarked;
