/// The page of the customers whom leaders look after by name.
@NullMarked
package io.customerroom.web.vips;

import org.jspecify.annotations.NullMarked;
