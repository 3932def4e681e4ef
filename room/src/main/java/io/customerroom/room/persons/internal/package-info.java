/// What is kept of a person in the state store.
@NullMarked
package io.customerroom.room.persons.internal;

import org.jspecify.annotations.NullMarked;
