/// The room itself: people, evidence, meetings and promises over one store.
@NullMarked
package io.customerroom.room;

import org.jspecify.annotations.NullMarked;
