/// Quotes, letters, recordings, screenshots, contracts and photographs beside the numbers, with consent and redaction.
@NullMarked
package io.customerroom.room.artefacts;

import org.jspecify.annotations.NullMarked;
