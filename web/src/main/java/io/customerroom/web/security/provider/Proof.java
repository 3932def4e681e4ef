package io.customerroom.web.security.provider;

import io.customerroom.room.people.Identities.Arrival;
import io.customerroom.room.people.Identity;
import io.customerroom.room.people.ProviderSettings;
import io.customerroom.room.people.SignInSettings;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * What a provider vouched for, after it was checked.
 *
 * @param token as it came, to sign out there
 * @param session the provider's id of the session there; empty where it tells none
 * @param provenAt when the person proved who they are there, where the provider tells
 */
record Proof(Identity identity, Map<String, Object> claims, String token, String session, Optional<Instant> provenAt) {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_DISPLAY_NAME = 80;

    static Proof of(OidcUser user) {
        return new Proof(
                new Identity(
                        Objects.requireNonNull(user.getIdToken().getIssuer(), "a checked issuer")
                                .toString(),
                        Objects.requireNonNull(user.getSubject(), "a checked subject")),
                user.getClaims(),
                user.getIdToken().getTokenValue(),
                user.getIdToken().hasClaim("sid")
                        ? Objects.requireNonNullElse(user.getIdToken().getClaimAsString("sid"), "")
                        : "",
                Optional.ofNullable(user.getIdToken().getAuthenticatedAt()));
    }

    Origin origin() {
        return new Origin(identity, session);
    }

    Arrival arrival(SignInSettings settings) {
        ProviderSettings provider = settings.requireProvider();
        String name = name(claim(provider.nameClaim()));
        String shown = printable(claim("name"));
        return new Arrival(
                identity, name, shown.isEmpty() ? name : shown, settings.standing(groups(provider.groupsClaim())));
    }

    /** The groups of a claim: a list of texts, or one text. A claim with points in its name may lie inside another. */
    Set<String> groups(String path) {
        Object found = claims.get(path);
        if (found == null) {
            Object inside = claims;
            for (String step : path.split("\\.")) {
                inside = inside instanceof Map<?, ?> map ? map.get(step) : null;
            }
            found = inside;
        }
        Set<String> groups = new TreeSet<>();
        switch (found) {
            case Collection<?> list -> list.forEach(group -> groups.add(String.valueOf(group)));
            case String one -> groups.add(one);
            case null, default -> {}
        }
        return groups;
    }

    private @Nullable Object claim(String name) {
        return claims.get(name);
    }

    /** {@code Ada.Lovelace@example.org} proposes {@code ada.lovelace}. */
    private static String name(@Nullable Object claim) {
        String told = claim instanceof String text ? text : "";
        String name = told.replaceFirst("@.*$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.-]+", "-")
                .replaceFirst("^[^a-z]+", "");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static String printable(@Nullable Object claim) {
        String told = claim instanceof String text ? text : "";
        String shown = told.codePoints()
                .filter(point -> !Character.isISOControl(point))
                .limit(LONGEST_DISPLAY_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return shown.substring(0, Math.min(shown.length(), LONGEST_DISPLAY_NAME))
                .strip();
    }

    /** Without what was told. */
    @Override
    public String toString() {
        return "Proof[" + identity + "]";
    }
}
