/// The pages of artefacts, their files on the way to a browser, and the strips in which they hang beside the numbers.
@NullMarked
package io.customerroom.web.artefacts;

import org.jspecify.annotations.NullMarked;
