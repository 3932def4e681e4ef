/// Wall 3, the operations: each priority contact against its minimum standard.
@NullMarked
package io.customerroom.walls.operations;

import org.jspecify.annotations.NullMarked;
