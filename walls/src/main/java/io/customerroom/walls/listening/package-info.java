/// Wall 2, the issues: what customers come to us with, stage by stage, and who works on it.
@NullMarked
package io.customerroom.walls.listening;

import org.jspecify.annotations.NullMarked;
