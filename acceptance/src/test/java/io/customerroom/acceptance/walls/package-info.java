/// The three walls over the real ledger: figures, the rows behind them, files and frozen meetings.
@NullMarked
package io.customerroom.acceptance.walls;

import org.jspecify.annotations.NullMarked;
