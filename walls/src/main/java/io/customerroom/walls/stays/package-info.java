/** How long customers stay under contract, why they leave, and what those who stay are worth. */
@NullMarked
package io.customerroom.walls.stays;

import org.jspecify.annotations.NullMarked;
