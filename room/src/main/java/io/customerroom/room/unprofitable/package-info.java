/// Customers who cost more than they bring, and what is done about each: price, cost, discipline, or an exit that two
/// approve.
@NullMarked
package io.customerroom.room.unprofitable;

import org.jspecify.annotations.NullMarked;
