/** Makes what is handed to people who have no JDK: one zip with the program, its own runtime and everything needed to install it. */
@NullMarked
package io.customerroom.app.release;

import org.jspecify.annotations.NullMarked;
