/** Files in every order, people under several ids, real data sets: through the command line to the figures. */
@NullMarked
package io.customerroom.acceptance.imports;

import org.jspecify.annotations.NullMarked;
