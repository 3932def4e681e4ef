@NullMarked
package io.customerroom.demo;

import org.jspecify.annotations.NullMarked;
