package io.customerroom.room.people.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change every half minute, as RFC 6238 defines them over RFC 4226: HMAC-SHA-1 of the number of half minutes since 1970, cut to 31
 * bits at the place its last four bits name, modulo a million. SHA-1 is what every authenticator knows; HMAC does not rest on its collisions.
 */
public final class Totp {

    private static final int SECONDS = 30;
    private static final int DIGITS = 1_000_000;
    private static final int SECRET_BYTES = 20;
    /** Clocks of telephones are off by less. */
    private static final int STEPS_AROUND = 1;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    /** 160 random bits, in base 32. */
    static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 5) {
            long five = 0;
            for (int j = 0; j < 5; j++) {
                five = five << 8 | bytes[i + j] & 0xff;
            }
            for (int shift = 35; shift >= 0; shift -= 5) {
                text.append(ALPHABET.charAt((int) (five >> shift & 31)));
            }
        }
        return text.toString();
    }

    /** The step in which a code is right: now, or one before or after; later than the last one used. */
    static OptionalLong step(String secret, String code, Instant now, long lastUsed) {
        long here = now.getEpochSecond() / SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long step = here - STEPS_AROUND; step <= here + STEPS_AROUND; step++) {
            boolean same = MessageDigest.isEqual(
                    code(secret, step).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
            if (same && step > lastUsed) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code at a moment, as an authenticator shows it. */
    public static String codeAt(String secret, Instant moment) {
        return code(secret, moment.getEpochSecond() / SECONDS);
    }

    private static String code(String secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int at = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    private static byte[] bytes(String secret) {
        ByteBuffer bytes = ByteBuffer.allocate(secret.length() * 5 / 8);
        long bits = 0;
        int held = 0;
        for (char c : secret.toCharArray()) {
            bits = bits << 5 | ALPHABET.indexOf(c);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.put((byte) (bits >> held));
                bits &= (1L << held) - 1;
            }
        }
        return bytes.array();
    }
}
