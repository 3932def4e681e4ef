/// Compares files, receipts, builds and the trail, and says what to do.
@NullMarked
package io.customerroom.app.doctor;

import org.jspecify.annotations.NullMarked;
