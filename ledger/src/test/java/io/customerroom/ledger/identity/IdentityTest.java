package io.customerroom.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    private static final IdentitySecret ZEROS = IdentitySecret.of(new byte[32]);

    @TempDir
    Path folder;

    @Test
    void anIdIsTrimmedAsTheReaderOfFilesTrimsIt() {
        assertThat(CustomerKeys.trimmed("\u00a0 a b\t\u00a0")).isEqualTo("a b");
        assertThat(CustomerKeys.trimmed("\u2003a")).isEqualTo("\u2003a"); // an em space is part of the cell there, too
    }

    @Test
    void aKeyDependsOnSecretSpaceAndTrimmedId() {
        CustomerKeys keys = new CustomerKeys(ZEROS);
        long anna = keys.key("customer", "anna").value();
        assertThat(keys.key("customer", " anna\t").value()).isEqualTo(anna);
        assertThat(keys.key("card", "anna").value()).isNotEqualTo(anna);
        assertThat(keys.key("customer", "Anna").value()).isNotEqualTo(anna);
        byte[] other = new byte[32];
        other[31] = 1;
        assertThat(new CustomerKeys(IdentitySecret.of(other))
                        .key("customer", "anna")
                        .value())
                .isNotEqualTo(anna);
        assertThat(anna).isPositive().isLessThan(1L << 60);
    }

    @Test
    void aKeyIsTheSameForeverForTheSameSecret() {
        // first 60 bits of SHA-256 over 32 zero bytes, 1f, "customer", 1f, "anna"
        assertThat(Long.toHexString(
                        new CustomerKeys(ZEROS).key("customer", "anna").value()))
                .isEqualTo("7139da4c932ace8");
    }

    @Test
    void nobodyIsNoId() {
        CustomerKeys keys = new CustomerKeys(ZEROS);
        assertThatIllegalArgumentException().isThrownBy(() -> keys.key("customer", "  "));
    }

    @Test
    void theSecretIsMadeOnceAndReadableByItsOwnerOnly() throws IOException {
        Workspace workspace = new Workspace(folder);
        long first = new CustomerKeys(IdentitySecret.of(workspace))
                .key("customer", "anna")
                .value();
        long second = new CustomerKeys(IdentitySecret.of(workspace))
                .key("customer", "anna")
                .value();
        assertThat(second).isEqualTo(first);
        assertThat(workspace.identityKey()).content().matches("[0-9a-f]{64}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.identityKey())))
                .isEqualTo("rw-------");
        try (var files = Files.list(workspace.identityKey().getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "00", "zz00000000000000000000000000000000000000000000000000000000000000"})
    void aDamagedSecretIsRefusedAndNeverReplaced(String text) throws IOException {
        Workspace workspace = new Workspace(folder);
        Files.createDirectories(workspace.identityKey().getParent());
        Files.writeString(workspace.identityKey(), text);
        Failure failure = catchThrowableOfType(Failure.class, () -> IdentitySecret.of(workspace));
        assertThat(failure.code()).isEqualTo("IDENTITY_KEY_DAMAGED");
        assertThat(failure.getMessage()).doesNotContain("zz00");
        assertThat(workspace.identityKey()).hasContent(text);
    }
}
