/// How long relations last where their end is seen: survival and the ways of leaving, without a model. Pure: no I/O, no
/// clock.
@NullMarked
package io.customerroom.statistics.survival;

import org.jspecify.annotations.NullMarked;
