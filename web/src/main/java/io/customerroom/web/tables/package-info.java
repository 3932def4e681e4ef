/// Tables on pages and in files.
@NullMarked
package io.customerroom.web.tables;

import org.jspecify.annotations.NullMarked;
