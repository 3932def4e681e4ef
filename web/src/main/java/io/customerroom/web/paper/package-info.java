/// Paper: pictures as files of their own, wall posters and the board pack as PDF. Everything is drawn from values and
/// from the very
/// SVG that the page shows; the same input has the same bytes.
@NullMarked
package io.customerroom.web.paper;

import org.jspecify.annotations.NullMarked;
