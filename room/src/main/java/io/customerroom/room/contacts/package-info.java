/// Which contacts leaders watch: the inventory's additions, the vote, and at most fifteen priority contacts.
@NullMarked
package io.customerroom.room.contacts;

import org.jspecify.annotations.NullMarked;
