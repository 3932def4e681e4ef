/// What people say of issues: who answers for them, which volume is promised or aimed at, and what is done.
@NullMarked
package io.customerroom.room.issues;

import org.jspecify.annotations.NullMarked;
