/// The workspace of the invented company.
@NullMarked
package io.customerroom.app.demo;

import org.jspecify.annotations.NullMarked;
