/// Main, command line, configuration, wiring and packaging.
@NullMarked
package io.customerroom.app;

import org.jspecify.annotations.NullMarked;
