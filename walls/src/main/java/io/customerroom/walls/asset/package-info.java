/// Wall 1, the outcome: how many customers came and left, what they are worth, and why they left.
@NullMarked
package io.customerroom.walls.asset;

import org.jspecify.annotations.NullMarked;
