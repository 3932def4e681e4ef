/// The verbs of the command line. Results go to standard output; progress and messages to standard error.
@NullMarked
package io.customerroom.app.cli;

import org.jspecify.annotations.NullMarked;
