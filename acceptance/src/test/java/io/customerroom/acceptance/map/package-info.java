@NullMarked
package io.customerroom.acceptance.map;

import org.jspecify.annotations.NullMarked;
