@NullMarked
package io.customerroom.acceptance.support;

import org.jspecify.annotations.NullMarked;
