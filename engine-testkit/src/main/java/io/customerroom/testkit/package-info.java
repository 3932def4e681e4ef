/// The contract suite every engine inherits.
@NullMarked
package io.customerroom.testkit;

import org.jspecify.annotations.NullMarked;
