/// The audit trail as sentences.
@NullMarked
package io.customerroom.web.trail;

import org.jspecify.annotations.NullMarked;
