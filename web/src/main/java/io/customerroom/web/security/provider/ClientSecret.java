package io.customerroom.web.security.provider;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.people.ProviderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds the secret that this room shows to its provider: in the environment, else in the file that the settings name, else there is none. */
final class ClientSecret {

    static final String VARIABLE = "CUSTOMER_ROOM_OIDC_SECRET";

    private ClientSecret() {}

    /** @param environment asked by name; null where it has no such variable */
    static String of(ProviderSettings settings, Workspace workspace, UnaryOperator<@Nullable String> environment) {
        String given = environment.apply(VARIABLE);
        if (given != null && !given.isEmpty()) {
            return given;
        }
        if (settings.secretFile().isEmpty()) {
            return "";
        }
        try {
            return Files.readString(workspace.root().resolve(settings.secretFile()))
                    .strip();
        } catch (IOException e) {
            throw Failure.yours(
                    "PROVIDER_SECRET_UNREADABLE",
                    "The file that provider.secret-file of sign-in.yaml names cannot be read.",
                    "Check that it exists and that the user who runs the program may read it.");
        }
    }
}
