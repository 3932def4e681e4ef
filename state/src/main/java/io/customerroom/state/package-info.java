/// The transactional store: one SQLite file, its migrations, transactions, and the trail that every write leaves.
@NullMarked
package io.customerroom.state;

import org.jspecify.annotations.NullMarked;
