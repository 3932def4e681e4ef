/// Dated remarks beside a series.
@NullMarked
package io.customerroom.room.remarks;

import org.jspecify.annotations.NullMarked;
