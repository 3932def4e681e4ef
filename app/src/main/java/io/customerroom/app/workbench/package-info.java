/// An opened workspace: what the verbs and the server work with.
@NullMarked
package io.customerroom.app.workbench;

import org.jspecify.annotations.NullMarked;
