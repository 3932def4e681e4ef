/// How artefacts are taken in, kept and erased.
@NullMarked
package io.customerroom.room.artefacts.internal;

import org.jspecify.annotations.NullMarked;
