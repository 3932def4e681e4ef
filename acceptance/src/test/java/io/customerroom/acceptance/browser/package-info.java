/// A real server over a real workspace, met by a real browser and by bare requests.
@NullMarked
package io.customerroom.acceptance.browser;

import org.jspecify.annotations.NullMarked;
