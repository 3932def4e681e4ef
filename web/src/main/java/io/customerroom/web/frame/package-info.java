/// What surrounds every page: header, navigation, clocks, theme, error pages and response headers.
@NullMarked
package io.customerroom.web.frame;

import org.jspecify.annotations.NullMarked;
