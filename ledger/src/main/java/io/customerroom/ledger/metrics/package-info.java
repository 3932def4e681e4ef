/** Metrics as text: the catalogue of cards, the portable subset, and questions asked of a build. */
@NullMarked
package io.customerroom.ledger.metrics;

import org.jspecify.annotations.NullMarked;
