/** Files of others, read as rows of cells: encodings, compression, delimited text and spreadsheets, within limits. */
@NullMarked
package io.customerroom.ledger.imports.source;

import org.jspecify.annotations.NullMarked;
