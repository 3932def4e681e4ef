/// How long what names or describes people is kept, class by class: rules, exceptions, and the removal of what is over.
@NullMarked
package io.customerroom.room.retention;

import org.jspecify.annotations.NullMarked;
