/// Numbers beneath the models: functions that stay finite, an optimiser, draws. Pure: no I/O, no clock.
@NullMarked
package io.customerroom.statistics.numeric;

import org.jspecify.annotations.NullMarked;
