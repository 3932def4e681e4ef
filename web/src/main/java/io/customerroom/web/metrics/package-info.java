/// The catalogue of metrics: each with its card, its numbers and its text.
@NullMarked
package io.customerroom.web.metrics;

import org.jspecify.annotations.NullMarked;
