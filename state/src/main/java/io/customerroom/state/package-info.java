/// Application state: people, receipts, evidence. SQLite by default.
@NullMarked
package io.customerroom.state;

import org.jspecify.annotations.NullMarked;
