package io.customerroom.room.people.internal;

import io.customerroom.state.Hash;
import java.security.SecureRandom;
import java.util.Base64;

/** Random tokens of 256 bits, and the hash under which the store knows them. A hash of so much chance needs no salt. */
public final class Token {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    /** A fresh one, safe in an address. */
    public static String create() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What the store knows it by. */
    public static String hash(String token) {
        return Hash.of(token);
    }
}
