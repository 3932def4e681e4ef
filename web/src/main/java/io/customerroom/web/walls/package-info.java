/// The pages of the three walls.
@NullMarked
package io.customerroom.web.walls;

import org.jspecify.annotations.NullMarked;
