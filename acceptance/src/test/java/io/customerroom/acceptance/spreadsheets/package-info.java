/** From filled spreadsheets to the figures of the walls, by the command line alone. */
@NullMarked
package io.customerroom.acceptance.spreadsheets;

import org.jspecify.annotations.NullMarked;
