/// Where slow work is done: a few platform threads, a queue and a limit of time.
@NullMarked
package io.customerroom.web.work;

import org.jspecify.annotations.NullMarked;
