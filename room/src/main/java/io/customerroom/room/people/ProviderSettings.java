package io.customerroom.room.people;

import io.customerroom.ledger.workspace.StrictYaml;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An OpenID provider, as {@code sign-in.yaml} names it. The client's secret is never a setting: it comes from the environment or from a file of its own.
 *
 * @param name what people call it: {@code Sign in with …}
 * @param issuer its address, which it tells in every proof; https, or http on this machine
 * @param client the name under which it knows this room
 * @param secretFile of the client, seen from the workspace; empty: from the environment, or none
 * @param address where people open the room, without a slash at the end; empty: as the request says
 * @param scopes asked for; default {@code openid profile}
 * @param nameClaim that proposes the name of a new account; default {@code preferred_username}
 * @param groupsClaim that holds the groups, a list of texts; points lead inside; default {@code groups}
 * @param logout whether signing out here signs out there as well; default yes
 */
public record ProviderSettings(
        String name,
        String issuer,
        String client,
        String secretFile,
        String address,
        List<String> scopes,
        String nameClaim,
        String groupsClaim,
        boolean logout) {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    public ProviderSettings {
        scopes = List.copyOf(scopes);
    }

    /** Empty where the section is not there. */
    static Optional<ProviderSettings> from(StrictYaml.Section section) {
        if (section.line() == 0) {
            return Optional.empty();
        }
        Optional<String> issuer = section.value(
                "issuer", ProviderSettings::checkedAddress, "an address that begins with https://, without ? and #");
        Optional<String> client = section.text("client");
        if (!section.has("issuer")) {
            section.refuse("issuer", "a provider needs an issuer.");
        }
        if (client.isEmpty()) {
            section.refuse("client", "a provider needs the name of this client.");
        }
        List<String> scopes = section.texts("scopes");
        if (!scopes.isEmpty() && !scopes.contains("openid")) {
            section.refuse("scopes", "openid must be among the scopes.");
        }
        return Optional.of(new ProviderSettings(
                section.text("name").orElse("your company"),
                issuer.orElse(""),
                client.orElse(""),
                section.text("secret-file").orElse(""),
                section.value(
                                "address",
                                text -> checkedAddress(text).replaceFirst("/+$", ""),
                                "an address that begins with https://, without ? and #")
                        .orElse(""),
                scopes.isEmpty() ? List.of("openid", "profile") : scopes,
                section.text("name-claim").orElse("preferred_username"),
                section.text("groups-claim").orElse("groups"),
                section.value("logout", ProviderSettings::yes, "yes or no").orElse(true)));
    }

    /** Answers the address, or refuses one over which a proof could be read or changed on its way. */
    public static String checkedAddress(String text) {
        URI address = URI.create(text.strip());
        boolean safe = "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && address.getHost() != null && HERE.contains(address.getHost());
        if (!safe
                || address.getHost() == null
                || address.getUserInfo() != null
                || address.getQuery() != null
                || address.getFragment() != null) {
            throw new IllegalArgumentException("not a safe address");
        }
        return text.strip();
    }

    private static boolean yes(String word) {
        return switch (word) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException(word);
        };
    }
}
