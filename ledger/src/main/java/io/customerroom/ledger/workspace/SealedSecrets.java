package io.customerroom.ledger.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets (what an authenticator knows, the password of a database) unreadable in the state store: AES-256-GCM with a key in a file beside it, twelve random bytes each time, bound to whose
 * secret it is.
 * A text that begins with {@code v1:} is sealed so; one without is from before, and read as it is.
 */
public final class SealedSecrets {

    private static final String FORM = "v1:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretFile file;
    private final Path key;
    private final String code;

    /**
     * @param key made when the first secret is sealed
     * @param code of the failure where it cannot be read
     */
    public SealedSecrets(Path key, String code) {
        this.file = new SecretFile(key);
        this.key = key;
        this.code = code;
    }

    public static boolean sealed(String stored) {
        return stored.startsWith(FORM);
    }

    /** @param owner whose secret it is: an account, a source */
    public String seal(String owner, String secret) {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        try {
            if (!file.exists()) {
                file.create();
            }
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret.getBytes(UTF_8));
            Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
            return FORM + text.encodeToString(nonce) + "." + text.encodeToString(hidden);
        } catch (IOException e) {
            throw unreadable();
        } catch (GeneralSecurityException e) {
            throw Failure.ours("SECRET_NOT_SEALED", "A secret could not be sealed.", e);
        }
    }

    /** The secret; empty where the key is missing or another one, or the text was sealed for another owner. */
    public Optional<String> open(String owner, String stored) {
        if (!sealed(stored)) {
            return Optional.of(stored);
        }
        String[] parts = stored.substring(FORM.length()).split("\\.", 2);
        if (parts.length < 2 || !file.exists()) {
            return Optional.empty();
        }
        try {
            Base64.Decoder text = Base64.getUrlDecoder();
            byte[] secret =
                    cipher(Cipher.DECRYPT_MODE, text.decode(parts[0]), owner).doFinal(text.decode(parts[1]));
            return Optional.of(new String(secret, UTF_8));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable();
        } catch (GeneralSecurityException e) {
            throw Failure.ours("SECRET_NOT_OPENED", "A secret could not be opened.", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException, IOException {
        byte[] key = file.read().orElseThrow(this::unreadable);
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(UTF_8));
        return cipher;
    }

    private Failure unreadable() {
        return Failure.yours(
                code,
                "The file secret/%s cannot be read or made, or is damaged.".formatted(key.getFileName()),
                "Check that the user who runs the program owns the folder 'secret', or put the file back from where it was kept.");
    }
}
