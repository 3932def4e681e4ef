/** Draws that anybody can repeat. */
@NullMarked
package io.customerroom.statistics.sampling;

import org.jspecify.annotations.NullMarked;
