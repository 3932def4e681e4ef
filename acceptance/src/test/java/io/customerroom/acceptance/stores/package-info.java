/// Rooms whose state lies in a file, and on a server.
@NullMarked
package io.customerroom.acceptance.stores;

import org.jspecify.annotations.NullMarked;
