package io.customerroom.room.people;

import java.time.Instant;

/** What became of an attempt to sign in. */
public sealed interface SignIn {

    record Accepted(Account account) implements SignIn {}

    /** Unknown name, wrong password, no password yet or a closed account; which one is not told. */
    record Refused() implements SignIn {}

    /** Too many failures: even the right password is refused until then. */
    record LockedOut(Instant until) implements SignIn {}
}
