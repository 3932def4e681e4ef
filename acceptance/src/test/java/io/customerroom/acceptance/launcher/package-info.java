@NullMarked
package io.customerroom.acceptance.launcher;

import org.jspecify.annotations.NullMarked;
