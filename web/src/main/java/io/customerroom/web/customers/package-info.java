/// From a figure to its customers, and from a customer to its facts.
@NullMarked
package io.customerroom.web.customers;

import org.jspecify.annotations.NullMarked;
