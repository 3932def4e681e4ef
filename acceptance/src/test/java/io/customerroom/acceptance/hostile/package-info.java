@NullMarked
package io.customerroom.acceptance.hostile;

import org.jspecify.annotations.NullMarked;
