package io.customerroom.app.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.MailSettings;
import io.customerroom.ledger.workspace.MailSettings.Security;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.reminders.Letter;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters over a real mail server of this process, with a certificate made for it. */
class SmtpPostTest {

    private static final String PASSWORD = "seven herons";
    private static final Letter LETTER = new Letter(
            1, "leo", "leo@example.org", "7f3c", List.of(), "Promises: 1 due today", "Größe × Menge, Leo.\n");

    @TempDir
    private static Path folder;

    private static GreenMail server;
    private static Path certificate;

    @BeforeAll
    static void aMailServerRuns() throws Exception {
        certificate = folder.resolve("mail.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        certificate.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        System.setProperty("greenmail.tls.keystore.file", certificate.toString());
        System.setProperty("greenmail.tls.keystore.password", PASSWORD);
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS), new ServerSetup(0, "localhost", "smtp")
        });
        server.start();
        server.setUser("room@example.org", "room", PASSWORD);
    }

    @AfterAll
    static void itStops() {
        server.stop();
    }

    @BeforeEach
    void nothingHasArrived() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    @Test
    void aLetterArrivesEncryptedWithItsOwnId() throws Exception {
        new SmtpPost(settings(Security.TLS, server.getSmtps().getPort(), "room"), PASSWORD, trusting()).take(LETTER);
        MimeMessage arrived = server.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("Promises: 1 due today");
        assertThat(arrived.getMessageID()).isEqualTo("<7f3c@customer-room>");
        assertThat(arrived.getFrom()[0]).hasToString("room@example.org");
        assertThat(arrived.getContent().toString().strip()).isEqualTo("Größe × Menge, Leo.");
    }

    @Test
    void aServerThatNobodyVouchesForGetsNothing() {
        refused("MAIL_NOT_SENT", settings(Security.TLS, server.getSmtps().getPort(), "room"), PASSWORD);
    }

    @Test
    void withoutEncryptionNothingIsSentWhereItIsAskedFor() {
        refused("MAIL_NOT_SENT", settings(Security.STARTTLS, server.getSmtp().getPort(), ""), "");
    }

    @Test
    void aWrongPasswordIsSaidAndNeverRepeated() {
        assertThatThrownBy(() -> new SmtpPost(
                                settings(Security.TLS, server.getSmtps().getPort(), "room"),
                                "not the password",
                                trusting())
                        .take(LETTER))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("MAIL_REFUSED"))
                .hasMessageNotContaining("not the password")
                .hasMessageNotContaining("example.org");
    }

    @Test
    void aServerThatIsNotThereIsAFailureWithItsPlace() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThatThrownBy(() ->
                        SmtpPost.over(settings(Security.NONE, free, ""), "").take(LETTER))
                .hasMessage("The mail server localhost:%d did not take the letter (ConnectException).".formatted(free));
    }

    @Test
    void thePasswordComesFromTheEnvironmentOrItsFile() throws Exception {
        Workspace workspace = new Workspace(folder);
        Files.writeString(folder.resolve("mail.password"), "from the file\n");
        MailSettings settings = settings(Security.TLS, 465, "room");
        assertThat(MailPassword.of(settings, workspace, name -> "from outside")).isEqualTo("from outside");
        assertThat(MailPassword.of(settings, workspace, name -> null)).isEqualTo("from the file");
        Files.delete(folder.resolve("mail.password"));
        assertThatThrownBy(() -> MailPassword.of(settings, workspace, name -> null))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("MAIL_PASSWORD_MISSING"));
    }

    private static void refused(String code, MailSettings settings, String password) {
        assertThatThrownBy(() -> SmtpPost.over(settings, password).take(LETTER))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private static MailSettings settings(Security security, int port, String user) {
        return new MailSettings(
                "localhost", port, security, user, "mail.password", "room@example.org", "", 7, 7, List.of(), 7);
    }

    /** Trusts the certificate made above and no other. */
    private static Optional<SSLSocketFactory> trusting() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("mail", store.getCertificate("mail"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return Optional.of(context.getSocketFactory());
    }
}
