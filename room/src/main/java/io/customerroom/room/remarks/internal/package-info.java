/// Dated remarks beside a series, as they are kept.
@NullMarked
package io.customerroom.room.remarks.internal;

import org.jspecify.annotations.NullMarked;
