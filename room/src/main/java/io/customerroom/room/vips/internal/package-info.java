/// VIPs as they are kept.
@NullMarked
package io.customerroom.room.vips.internal;

import org.jspecify.annotations.NullMarked;
