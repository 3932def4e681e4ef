/// What hangs on a wall: an exhibit with its figures, picture, table and sources. Values only: no engine, no clock, no
/// browser.
@NullMarked
package io.customerroom.walls.exhibit;

import org.jspecify.annotations.NullMarked;
