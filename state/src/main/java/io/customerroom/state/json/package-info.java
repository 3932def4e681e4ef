/// JSON in one canonical spelling, so that equal values have equal bytes and equal hashes.
@NullMarked
package io.customerroom.state.json;

import org.jspecify.annotations.NullMarked;
