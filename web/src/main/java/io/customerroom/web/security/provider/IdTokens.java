package io.customerroom.web.security.provider;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestOperations;

/**
 * Reads proofs: signed with a key that the provider publishes (never with the client's secret, never unsigned), from this issuer, for this client, at this time. The nonce is compared by who asked.
 */
final class IdTokens {

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);

    private IdTokens() {}

    static JwtDecoder of(ClientRegistration registration, RestOperations keys, Clock clock) {
        String published = Objects.requireNonNull(
                registration.getProviderDetails().getJwkSetUri(), "discovery refuses a provider without keys");
        NimbusJwtDecoder decoder = signed(published, keys).build();
        OidcIdTokenValidator validator = new OidcIdTokenValidator(registration);
        validator.setClock(clock);
        validator.setClockSkew(CLOCKS_DIFFER);
        decoder.setJwtValidator(validator);
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /** Reads logout tokens: the same keys, and no word checked yet but the signature ({@link LogoutNotice} checks the words). */
    static JwtDecoder ofLogouts(ClientRegistration registration, RestOperations keys) {
        String published = Objects.requireNonNull(
                registration.getProviderDetails().getJwkSetUri(), "discovery refuses a provider without keys");
        NimbusJwtDecoder decoder = signed(published, keys).validateType(false).build();
        decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
        return decoder;
    }

    private static NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder signed(String published, RestOperations keys) {
        return NimbusJwtDecoder.withJwkSetUri(published)
                .restOperations(keys)
                .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.values())));
    }
}
