package io.customerroom.web.security.provider;

import io.customerroom.kernel.Failure;
import io.customerroom.room.people.ProviderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Reads what a provider says of itself, as OpenID Connect Discovery 1.0 has it, and refuses one that names another issuer or leads to addresses that are not safe. */
final class Discovery {

    static final String ID = "provider";
    static final String ANSWER = "/sign-in/provider/answer";
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final List<String> ADDRESSES = List.of(
            "authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint");

    private final RestClient client;

    Discovery(RestClient client) {
        this.client = client;
    }

    /** @param secret of this client; empty: it has none, and its code is kept by PKCE alone */
    ClientRegistration of(ProviderSettings settings, String secret) {
        Map<String, Object> told = told(settings.issuer());
        if (!settings.issuer().equals(told.get("issuer"))) {
            throw misconfigured(
                    "The provider at %s calls itself otherwise.".formatted(settings.issuer()),
                    "Write provider.issuer in sign-in.yaml exactly as the provider's own page %s has it."
                            .formatted(WELL_KNOWN));
        }
        List<String> unsafe = unsafe(told);
        if (!unsafe.isEmpty()) {
            throw misconfigured(
                    "The provider leads to addresses that are missing or not safe: %s.".formatted(unsafe),
                    "Ask who runs the provider for addresses with https.");
        }
        ClientRegistration.Builder registration = registration(told)
                .registrationId(ID)
                .clientId(settings.client())
                .scope(settings.scopes())
                .redirectUri((settings.address().isEmpty() ? "{baseUrl}" : settings.address()) + ANSWER)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build());
        return secret.isEmpty()
                ? registration
                        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : registration.clientSecret(secret).build();
    }

    private Map<String, Object> told(String issuer) {
        try {
            Map<String, Object> told = client.get()
                    .uri(issuer.replaceFirst("/+$", "") + WELL_KNOWN)
                    .retrieve()
                    .body(new ParameterizedTypeReference<Map<String, Object>>() {});
            if (told != null) {
                return told;
            }
        } catch (RestClientException e) {
            throw down();
        }
        throw down();
    }

    static Failure down() {
        return Failure.resources(
                "PROVIDER_UNREACHABLE",
                "The provider does not answer, or not as an OpenID provider does.",
                "Try again in a minute. If it stays so, an administrator looks whether provider.issuer in sign-in.yaml is right and reached from this machine.");
    }

    private static ClientRegistration.Builder registration(Map<String, Object> told) {
        try {
            return ClientRegistrations.fromOidcConfiguration(told);
        } catch (IllegalArgumentException e) {
            throw misconfigured("What the provider says of itself is not complete.", "Ask who runs the provider.");
        }
    }

    private static List<String> unsafe(Map<String, Object> told) {
        List<String> unsafe = new ArrayList<>();
        for (String name : ADDRESSES) {
            Object address = told.get(name);
            boolean optional = name.equals("userinfo_endpoint") || name.equals("end_session_endpoint");
            if (address == null ? !optional : !safe(String.valueOf(address))) {
                unsafe.add(name);
            }
        }
        return unsafe;
    }

    private static boolean safe(String address) {
        try {
            // a query may stand in an address of the provider's, unlike in one of ours
            ProviderSettings.checkedAddress(address.replaceFirst("\\?.*$", ""));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Failure misconfigured(String message, String next) {
        return Failure.yours("PROVIDER_MISCONFIGURED", message, next);
    }
}
