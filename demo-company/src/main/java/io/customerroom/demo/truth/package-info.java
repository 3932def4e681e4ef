/// What was planted in the demo company. Tests read it from a file; product code must not know this package.
@NullMarked
package io.customerroom.demo.truth;

import org.jspecify.annotations.NullMarked;
