/// The slow, obvious oracle: plain loops over lists of records. It shares no code with any engine's path, on purpose.
@NullMarked
package io.customerroom.testkit.oracle;

import org.jspecify.annotations.NullMarked;
