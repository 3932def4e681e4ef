/// The guided tour of a company whose truths are known.
@NullMarked
package io.customerroom.web.tour;

import org.jspecify.annotations.NullMarked;
