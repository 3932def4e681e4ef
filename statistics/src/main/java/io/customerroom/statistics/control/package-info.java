/// Control charts of single values: natural process limits, and rules that tell a signal from noise. Pure: no I/O, no
/// clock.
@NullMarked
package io.customerroom.statistics.control;

import org.jspecify.annotations.NullMarked;
