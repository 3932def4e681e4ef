/** Where builds are recorded. */
@NullMarked
package io.customerroom.ledger.build.internal;

import org.jspecify.annotations.NullMarked;
