/// What the room itself has written down about one person, for that person.
@NullMarked
package io.customerroom.room.persons;

import org.jspecify.annotations.NullMarked;
