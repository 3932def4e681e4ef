/// Benchmarks beside hand-written SQL and beside peers.
@NullMarked
package io.customerroom.bench;

import org.jspecify.annotations.NullMarked;
