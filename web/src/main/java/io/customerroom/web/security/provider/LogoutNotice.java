package io.customerroom.web.security.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A logout token of OpenID Connect Back-Channel Logout 1.0, section 2.4, whose signature was checked: who signed out at the provider, or which session ended there.
 *
 * @param subject empty where the notice names a session alone
 * @param session empty where the notice names a person: every session of theirs is meant
 * @param id counts once
 * @param until when it ends by itself
 */
record LogoutNotice(String issuer, String subject, String session, String id, Instant until) {

    static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    /** The standard advises two minutes; clocks may differ by one. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final int LONGEST_ID = 255;

    /**
     * Reads what a checked token says, in the order of section 2.6.
     *
     * @param issuer whom this room knows
     * @param client this room's name there
     */
    static LogoutNotice of(Jwt token, String issuer, String client, Clock clock) throws ProofRefused {
        require(List.of("", "jwt", "logout+jwt").contains(type(token)), "typ");
        require(issuer.equals(token.getClaimAsString("iss")), "iss");
        require(token.getAudience() != null && token.getAudience().contains(client), "aud");
        Instant now = clock.instant();
        Instant issued = token.getIssuedAt();
        Instant expires = token.getExpiresAt();
        require(
                token.hasClaim("iat")
                        && issued != null
                        && !issued.isAfter(now.plus(CLOCKS_DIFFER))
                        && !issued.isBefore(now.minus(LONGEST).minus(CLOCKS_DIFFER)),
                "iat");
        require(
                token.hasClaim("exp")
                        && expires != null
                        && expires.plus(CLOCKS_DIFFER).isAfter(now),
                "exp");
        String subject = word(token, "sub");
        String session = word(token, "sid");
        require(!subject.isEmpty() || !session.isEmpty(), "sub or sid");
        require(
                token.getClaims().get("events") instanceof Map<?, ?> events && events.get(EVENT) instanceof Map,
                "events");
        require(!token.hasClaim("nonce"), "nonce");
        String id = word(token, "jti");
        require(!id.isEmpty(), "jti");
        return new LogoutNotice(
                issuer,
                subject,
                session,
                id,
                Objects.requireNonNull(issued).plus(LONGEST).plus(CLOCKS_DIFFER.multipliedBy(2)));
    }

    private static String type(Jwt token) {
        return token.getHeaders().get("typ") instanceof String type ? type.toLowerCase(Locale.ROOT) : "";
    }

    private static String word(Jwt token, String claim) throws ProofRefused {
        Object told = token.getClaims().get(claim);
        if (told == null) {
            return "";
        }
        require(told instanceof String text && !text.isBlank() && text.length() <= LONGEST_ID, claim);
        return String.valueOf(told);
    }

    private static void require(boolean holds, String claim) throws ProofRefused {
        if (!holds) {
            throw new ProofRefused("logout token: " + claim);
        }
    }

    /** Whether what a session began with is what ended: the same issuer, the same session if one is named, the same person if one is named. */
    boolean means(Origin origin) {
        return issuer.equals(origin.issuer())
                && (session.isEmpty() || session.equals(origin.session()))
                && (subject.isEmpty() || subject.equals(origin.subject()));
    }

    /** Without what was told. */
    @Override
    public String toString() {
        return "LogoutNotice";
    }
}
