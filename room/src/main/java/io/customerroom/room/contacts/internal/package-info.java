/// How the choice of contacts is kept.
@NullMarked
package io.customerroom.room.contacts.internal;

import org.jspecify.annotations.NullMarked;
