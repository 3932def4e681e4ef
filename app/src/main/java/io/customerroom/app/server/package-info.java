/// The server: one Spring context over an opened workspace.
@NullMarked
package io.customerroom.app.server;

import org.jspecify.annotations.NullMarked;
