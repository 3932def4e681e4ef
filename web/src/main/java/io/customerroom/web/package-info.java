/// Pages, charts, exports and security: the only code that knows a browser.
@NullMarked
package io.customerroom.web;

import org.jspecify.annotations.NullMarked;
