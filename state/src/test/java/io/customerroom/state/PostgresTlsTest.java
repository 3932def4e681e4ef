package io.customerroom.state;

import static io.customerroom.state.StateStoreTest.EXAMPLE;
import static io.customerroom.state.StateStoreTest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A server that is sure of itself, and one that somebody put in its place: who cannot show the right certificate hears no password. */
@Timeout(60)
@EnabledIf("io.customerroom.state.TestPlace#isServer")
class PostgresTlsTest {

    /** Made by the server's own account, which alone may read its key: itself for 127.0.0.1, and a stranger that nobody uses. */
    private static final List<String> CERTIFICATES = List.of(
            "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=room -addext subjectAltName=IP:127.0.0.1"
                    + " -keyout tls.key -out tls.crt && chmod 600 tls.key",
            "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=stranger -keyout stranger.key -out stranger.crt");

    @TempDir
    Path folder;

    private StateServer server = new StateServer("jdbc:postgresql:", "", "");

    @BeforeEach
    void theServerSpeaksTls() throws SQLException {
        server = TestPlace.empty();
        for (String made : CERTIFICATES) {
            tell("COPY (SELECT 1) TO PROGRAM '%s 2>/dev/null'".formatted(made));
        }
        tell("ALTER SYSTEM SET ssl_cert_file = 'tls.crt'");
        tell("ALTER SYSTEM SET ssl_key_file = 'tls.key'");
        turn("on");
    }

    @AfterEach
    void itDoesNoMore() throws SQLException {
        turn("off");
    }

    @Test
    void whoeverShowsTheCertificateThatWasNamedIsWrittenTo() throws IOException, SQLException {
        for (String mode : List.of("verify-ca", "verify-full")) {
            try (StateStore store = open(mode, certificate("tls.crt"), "127.0.0.1")) {
                boolean enciphered = store.read(
                        handle -> handle.createQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                                .mapTo(Boolean.class)
                                .one());
                assertThat(enciphered).as(mode).isTrue();
            }
        }
    }

    @Test
    void anotherCertificateAnotherHostOrNoneIsRefused() throws IOException, SQLException {
        refused("verify-ca", certificate("stranger.crt"), "127.0.0.1");
        refused("verify-full", certificate("tls.crt"), "localhost");
        refused("verify-full", folder.resolve("nowhere.crt"), "127.0.0.1");
        refused("verify-ca", Files.writeString(folder.resolve("empty.crt"), "no certificate\n"), "127.0.0.1");
    }

    @Test
    void aServerWithoutTlsIsNotSpokenToInTheClear() throws IOException, SQLException {
        Path certificate = certificate("tls.crt");
        turn("off");
        refused("verify-full", certificate, "127.0.0.1");
    }

    private void refused(String mode, Path certificate, String host) {
        assertThatThrownBy(() -> open(mode, certificate, host).close())
                .as("%s, %s, %s", mode, certificate.getFileName(), host)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("STATE_TLS_REFUSED"));
    }

    private StateStore open(String mode, Path certificate, String host) {
        Path file = folder.resolve(mode).resolve("room.db");
        TestPlace.write(
                file,
                new StateServer(
                        "%s?sslmode=%s&sslrootcert=%s"
                                .formatted(server.url().replace("127.0.0.1", host), mode, certificate),
                        "room",
                        ""));
        return StateStore.open(file, NOON, EXAMPLE);
    }

    private Path certificate(String name) throws IOException, SQLException {
        return Files.writeString(
                folder.resolve(name), TestPlace.ask(server, "SELECT pg_read_file('%s')".formatted(name)));
    }

    /** The setting takes hold when the server looks at its files again, a moment after it was told. */
    private void turn(String onOrOff) throws SQLException {
        tell("ALTER SYSTEM SET ssl = " + onOrOff);
        tell("SELECT pg_reload_conf()");
        while (!TestPlace.ask(server, "SHOW ssl").equals(onOrOff)) {
            Thread.onSpinWait();
        }
    }

    private void tell(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), "room", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
