/// People, evidence, meetings, promises, issues, planning, audit trail.
@NullMarked
package io.customerroom.room;

import org.jspecify.annotations.NullMarked;
