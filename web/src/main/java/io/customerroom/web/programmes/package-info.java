/// The page of programmes: whom they are for, what they cost, and what became of their audience beside others.
@NullMarked
package io.customerroom.web.programmes;

import org.jspecify.annotations.NullMarked;
