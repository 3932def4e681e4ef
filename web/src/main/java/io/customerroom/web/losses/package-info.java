/// The loss review: draws, call sheets, and what is noted of calls.
@NullMarked
package io.customerroom.web.losses;

import org.jspecify.annotations.NullMarked;
