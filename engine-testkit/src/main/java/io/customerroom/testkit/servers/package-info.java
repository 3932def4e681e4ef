/** Servers of this machine's packages that tests start for themselves. */
@NullMarked
package io.customerroom.testkit.servers;

import org.jspecify.annotations.NullMarked;
