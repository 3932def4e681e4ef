package io.customerroom.ledger.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedSecretsTest {

    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @TempDir
    Path folder;

    private Path key;
    private SealedSecrets secrets;

    @BeforeEach
    void open() {
        key = folder.resolve("secret").resolve("second-factors.key");
        secrets = new SealedSecrets(key, "SECOND_FACTOR_KEY_UNREADABLE");
    }

    @Test
    void aSealedSecretIsReadWithItsKeyAlone() throws IOException {
        String stored = secrets.seal("ada", SECRET);
        assertThat(stored).startsWith("v1:").doesNotContain(SECRET).isNotEqualTo(secrets.seal("ada", SECRET));
        assertThat(new SealedSecrets(key, "SECOND_FACTOR_KEY_UNREADABLE").open("ada", stored))
                .hasValue(SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        Files.writeString(key, "0".repeat(64));
        assertThat(secrets.open("ada", stored)).isEmpty();
        Files.delete(key);
        assertThat(secrets.open("ada", stored)).isEmpty();
    }

    @Test
    void aSecretOfAnotherAccountOrAChangedOneIsNotRead() {
        String stored = secrets.seal("ada", SECRET);
        assertThat(secrets.open("eve", stored)).isEmpty();
        char last = stored.charAt(stored.length() - 2);
        assertThat(secrets.open(
                        "ada",
                        stored.substring(0, stored.length() - 2)
                                + (last == 'A' ? 'B' : 'A')
                                + stored.substring(stored.length() - 1)))
                .isEmpty();
        assertThat(secrets.open("ada", "v1:")).isEmpty();
        assertThat(secrets.open("ada", "v1:?.?")).isEmpty();
    }

    @Test
    void aSecretFromBeforeIsReadAsItIs() {
        assertThat(secrets.open("ada", SECRET)).hasValue(SECRET);
    }

    @Test
    void aDamagedKeyIsTold() throws IOException {
        String stored = secrets.seal("ada", SECRET);
        Files.writeString(key, "not a key");
        assertThatThrownBy(() -> secrets.open("ada", stored))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("SECOND_FACTOR_KEY_UNREADABLE"));
    }
}
