/// The contract suite: abstract tests that every engine inherits.
@NullMarked
package io.customerroom.testkit.contract;

import org.jspecify.annotations.NullMarked;
