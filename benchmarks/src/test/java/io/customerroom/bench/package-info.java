@NullMarked
package io.customerroom.bench;

import org.jspecify.annotations.NullMarked;
