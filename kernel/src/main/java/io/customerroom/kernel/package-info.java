/// Values that know what they are. JDK only.
@NullMarked
package io.customerroom.kernel;

import org.jspecify.annotations.NullMarked;
