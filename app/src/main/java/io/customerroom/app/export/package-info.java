/** Answers and walls as files. */
@NullMarked
package io.customerroom.app.export;

import org.jspecify.annotations.NullMarked;
