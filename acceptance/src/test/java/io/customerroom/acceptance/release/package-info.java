/** What is handed to people who have no Java, tried as they try it. */
@NullMarked
package io.customerroom.acceptance.release;

import org.jspecify.annotations.NullMarked;
