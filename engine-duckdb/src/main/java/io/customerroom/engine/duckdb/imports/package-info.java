/** DuckDB's part of an import: reads staged files, sorts, and writes Parquet. */
@NullMarked
package io.customerroom.engine.duckdb.imports;

import org.jspecify.annotations.NullMarked;
