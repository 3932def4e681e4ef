/// Lifetime models: what customers will still buy, estimated from counts of their states. Pure: no I/O, no clock.
@NullMarked
package io.customerroom.statistics.lifetime;

import org.jspecify.annotations.NullMarked;
