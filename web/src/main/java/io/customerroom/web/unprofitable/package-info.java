/// The page of customers who cost more than they bring, and of what is done about each.
@NullMarked
package io.customerroom.web.unprofitable;

import org.jspecify.annotations.NullMarked;
