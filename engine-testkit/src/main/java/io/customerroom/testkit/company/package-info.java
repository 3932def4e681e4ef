/// The golden company: some thirty customers with names and reasons, as plain records that every test may use.
@NullMarked
package io.customerroom.testkit.company;

import org.jspecify.annotations.NullMarked;
