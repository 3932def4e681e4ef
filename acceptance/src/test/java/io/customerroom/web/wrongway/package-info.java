@NullMarked
package io.customerroom.web.wrongway;

import org.jspecify.annotations.NullMarked;
