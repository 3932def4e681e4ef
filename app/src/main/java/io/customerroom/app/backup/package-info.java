/// Copies of a whole workspace, and workspaces from such copies.
@NullMarked
package io.customerroom.app.backup;

import org.jspecify.annotations.NullMarked;
