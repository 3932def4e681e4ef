package io.customerroom.room.people;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns passwords into what may be stored: PBKDF2 with HMAC-SHA-256, 16 random bytes of salt. The text carries its own cost, so that a
 * later program can raise it.
 */
public final class Passwords {

    private static final String SCHEME = "pbkdf2-sha256";
    private static final int KEY_BITS = 256;

    private final int iterations;
    private final SecureRandom random = new SecureRandom();

    /** A key that no password is known to make: compared with where there is no account, and cheap to come by. */
    private final String nobody;

    private Passwords(int iterations) {
        this.iterations = iterations;
        this.nobody = text(bytes(16), bytes(KEY_BITS / 8));
    }

    /** 600,000 iterations, as OWASP advises for this function. */
    public static Passwords standard() {
        return new Passwords(600_000);
    }

    /** Cheap enough for tests, too cheap for anything else. */
    public static Passwords cheap() {
        return new Passwords(10);
    }

    /** A text to store: scheme, iterations, salt, key. */
    public String hash(String password) {
        byte[] salt = bytes(16);
        return text(salt, derive(password, salt, iterations));
    }

    /** Whether this password made that text. Without a text it takes as long and answers no: nobody learns who has an account. */
    public boolean matches(String password, @Nullable String stored) {
        String[] parts = (stored == null ? nobody : stored).split(":", -1);
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalArgumentException("not a stored password");
        }
        HexFormat hex = HexFormat.of();
        byte[] derived = derive(password, hex.parseHex(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(derived, hex.parseHex(parts[3])) && stored != null;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text(byte[] salt, byte[] key) {
        HexFormat hex = HexFormat.of();
        return String.join(":", List.of(SCHEME, Integer.toString(iterations), hex.formatHex(salt), hex.formatHex(key)));
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, KEY_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }
}
