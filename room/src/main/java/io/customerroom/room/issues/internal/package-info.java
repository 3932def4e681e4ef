/// How targets, owners and plans of issues are kept.
@NullMarked
package io.customerroom.room.issues.internal;

import org.jspecify.annotations.NullMarked;
