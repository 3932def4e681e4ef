/// Lifetime models, survival, control charts, intervals. Pure: no I/O, no clock, no SQL.
@NullMarked
package io.customerroom.statistics;

import org.jspecify.annotations.NullMarked;
