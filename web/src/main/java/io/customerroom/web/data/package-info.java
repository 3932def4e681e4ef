/// Bringing data in and taking it out again: batches, upload with preview, dry run, import, quarantine, undo, build.
@NullMarked
package io.customerroom.web.data;

import org.jspecify.annotations.NullMarked;
