/** Two groups beside each other: the difference of their shares, inside and across strata, and what many such looks at once may claim. */
@NullMarked
package io.customerroom.statistics.comparison;

import org.jspecify.annotations.NullMarked;
