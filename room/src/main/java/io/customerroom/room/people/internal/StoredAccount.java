package io.customerroom.room.people.internal;

import io.customerroom.room.people.Account;
import org.jspecify.annotations.Nullable;

/**
 * An account with what nobody outside may see.
 *
 * @param hash of its password, if it has one
 * @param failures in a row
 * @param locks since the last success
 */
record StoredAccount(Account account, @Nullable String hash, int failures, int locks) {}
