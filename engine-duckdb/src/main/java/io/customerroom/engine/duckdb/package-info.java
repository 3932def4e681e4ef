/// The embedded default engine.
@NullMarked
package io.customerroom.engine.duckdb;

import org.jspecify.annotations.NullMarked;
