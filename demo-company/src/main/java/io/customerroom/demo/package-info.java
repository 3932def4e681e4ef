/// Seeded generator of a company whose truths are planted and known.
@NullMarked
package io.customerroom.demo;

import org.jspecify.annotations.NullMarked;
