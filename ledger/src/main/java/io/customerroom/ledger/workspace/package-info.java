/** One folder that holds a company's customer room: where everything lies, and the company's settings. */
@NullMarked
package io.customerroom.ledger.workspace;

import org.jspecify.annotations.NullMarked;
