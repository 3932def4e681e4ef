@NullMarked
package io.customerroom.acceptance.kills;

import org.jspecify.annotations.NullMarked;
