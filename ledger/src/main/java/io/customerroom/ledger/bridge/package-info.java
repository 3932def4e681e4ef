/** Two definitions side by side, and the bridge that explains the gap between their figures. */
@NullMarked
package io.customerroom.ledger.bridge;

import org.jspecify.annotations.NullMarked;
