package io.customerroom.app.mail;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.MailSettings;
import io.customerroom.room.reminders.Letter;
import io.customerroom.room.reminders.Post;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Hands letters to a mail server. The server's certificate and name are checked; with {@code starttls} nothing is sent where the server
 * does not encrypt. Messages of failures name neither addresses nor the password.
 */
public final class SmtpPost implements Post {

    private static final String PATIENCE_MILLIS = "20000";

    private final JavaMailSenderImpl sender;
    private final MailSettings settings;

    SmtpPost(MailSettings settings, String password, Optional<SSLSocketFactory> trust) {
        this.settings = settings;
        this.sender = sender(settings, password, trust);
    }

    /** Trusts whom the Java runtime trusts. */
    public static SmtpPost over(MailSettings settings, String password) {
        return new SmtpPost(settings, password, Optional.empty());
    }

    @Override
    public void take(Letter letter) {
        try {
            sender.send(message(letter));
        } catch (MailAuthenticationException e) {
            throw Failure.yours(
                    "MAIL_REFUSED",
                    "The mail server did not accept the user and password.",
                    "Check mail.user, and the password in its file or in the environment.");
        } catch (MailException | MessagingException e) {
            throw Failure.resources(
                    "MAIL_NOT_SENT",
                    "The mail server %s:%d did not take the letter (%s)."
                            .formatted(
                                    settings.host(),
                                    settings.port(),
                                    root(e).getClass().getSimpleName()),
                    "Check mail.host, mail.port and mail.security; the letter is tried again.");
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        MimeMessage message = new Named(sender.getSession(), "<%s@customer-room>".formatted(letter.messageId()));
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(letter.address());
        helper.setSubject(letter.subject());
        helper.setText(letter.text(), false);
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static JavaMailSenderImpl sender(MailSettings settings, String password, Optional<SSLSocketFactory> trust) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        Properties properties = sender.getJavaMailProperties();
        if (!settings.user().isEmpty()) {
            sender.setUsername(settings.user());
            sender.setPassword(password);
            properties.setProperty("mail.smtp.auth", "true");
        }
        switch (settings.security()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        trust.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        return sender;
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? sending.getMessageExceptions()[0]
                : thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** A message that keeps the id we gave it: the same letter sent again is the same message. */
    private static final class Named extends MimeMessage {

        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
