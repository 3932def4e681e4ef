package io.customerroom.app.mail;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.MailSettings;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds the password of the mail server: in the environment, else in the file that the settings name. It is kept nowhere. */
final class MailPassword {

    static final String VARIABLE = "CUSTOMER_ROOM_MAIL_PASSWORD";

    private MailPassword() {}

    /** @param environment asked by name; null where it has no such variable */
    static String of(MailSettings settings, Workspace workspace, UnaryOperator<@Nullable String> environment) {
        if (settings.user().isEmpty()) {
            return "";
        }
        String given = environment.apply(VARIABLE);
        if (given != null && !given.isEmpty()) {
            return given;
        }
        if (settings.passwordFile().isEmpty()) {
            throw missing("mail.user is set, but there is no password for it.");
        }
        Path file = workspace.root().resolve(settings.passwordFile());
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw missing("The file of the mail password cannot be read.");
        }
    }

    private static Failure missing(String message) {
        return Failure.yours(
                "MAIL_PASSWORD_MISSING",
                message,
                "Set the environment variable %s, or name a readable file as mail.password-file.".formatted(VARIABLE));
    }
}
