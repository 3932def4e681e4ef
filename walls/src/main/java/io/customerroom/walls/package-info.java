/// The three walls and their exhibits.
@NullMarked
package io.customerroom.walls;

import org.jspecify.annotations.NullMarked;
