/// Definitions in the browser: versions, proposals and their signatures, two versions side by side, rival rules of
/// departments.
@NullMarked
package io.customerroom.web.definitions;

import org.jspecify.annotations.NullMarked;
