/// Meetings in front of frozen walls, the three questions, and promises.
@NullMarked
package io.customerroom.web.forum;

import org.jspecify.annotations.NullMarked;
