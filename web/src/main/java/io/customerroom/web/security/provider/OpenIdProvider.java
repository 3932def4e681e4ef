package io.customerroom.web.security.provider;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.people.ProviderSettings;
import io.customerroom.room.people.SignInSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The provider that {@code sign-in.yaml} names: asked for the first time when somebody wants to sign in there, so that the server starts without it. The way is the authorization code
 * with PKCE (S256), state and nonce; the proof is read by {@link IdTokens}.
 */
@Component
final class OpenIdProvider {

    private static final Duration KEPT = Duration.ofHours(1);
    /** So that a provider that does not answer cannot hold every thread of the server. */
    private static final int AT_ONCE = 8;

    private final SignInSettings settings;
    private final Workspace workspace;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private volatile @Nullable Known known;

    /** Made at first use: whoever signs in with passwords alone never pays for it. */
    private record Known(
            ClientRegistration registration,
            OidcAuthorizationCodeAuthenticationProvider check,
            JwtDecoder logouts,
            Instant until) {}

    OpenIdProvider(SignInSettings settings, Workspace workspace, Clock clock) {
        this.settings = settings;
        this.workspace = workspace;
        this.clock = clock;
    }

    SignInSettings settings() {
        return settings;
    }

    /** @param again whether the person has to prove anew who they are, even if the provider knows them */
    OAuth2AuthorizationRequest begin(HttpServletRequest request, boolean again) {
        ClientRegistration registration = known().registration();
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(id -> registration);
        if (again) {
            resolver.setAuthorizationRequestCustomizer(builder -> builder.additionalParameters(parameters -> {
                parameters.put("prompt", "login");
                parameters.put("max_age", 0);
            }));
        }
        return Objects.requireNonNull(resolver.resolve(request, Discovery.ID), "a request to the provider");
    }

    /** @param asked with which the browser was sent there */
    Proof answer(HttpServletRequest request, OAuth2AuthorizationRequest asked) throws ProofRefused {
        Known current = known();
        String issuer = request.getParameter("iss");
        if (issuer != null && !issuer.equals(settings.requireProvider().issuer())) {
            throw new ProofRefused("another issuer answered");
        }
        OAuth2LoginAuthenticationToken attempt = new OAuth2LoginAuthenticationToken(
                current.registration(), new OAuth2AuthorizationExchange(asked, response(request, asked)));
        Authentication checked = inTurn(() -> checked(current, attempt));
        if (checked.getPrincipal() instanceof OidcUser user) {
            return Proof.of(user);
        }
        throw new ProofRefused(String.valueOf(checked.getDetails()));
    }

    /** The attempt itself, with the reason as its details, where it is refused. */
    private static Authentication checked(Known current, OAuth2LoginAuthenticationToken attempt) {
        try {
            return Objects.requireNonNull(current.check().authenticate(attempt), "an OpenID proof");
        } catch (OAuth2AuthenticationException e) {
            attempt.setDetails(e.getError().getErrorCode());
        } catch (AuthenticationException e) {
            attempt.setDetails(e.getClass().getSimpleName());
        }
        return attempt;
    }

    private static OAuth2AuthorizationResponse response(HttpServletRequest request, OAuth2AuthorizationRequest asked)
            throws ProofRefused {
        String state = Objects.requireNonNullElse(request.getParameter("state"), "");
        String code = Objects.requireNonNullElse(request.getParameter("code"), "");
        if (!state.equals(asked.getState())) {
            throw new ProofRefused("state");
        }
        if (code.isEmpty()) {
            String error = Objects.requireNonNullElse(request.getParameter("error"), "");
            throw new ProofRefused(error.matches("[a-z_]{1,40}") ? error : "no code");
        }
        return OAuth2AuthorizationResponse.success(code)
                .redirectUri(Objects.requireNonNull(asked.getRedirectUri()))
                .state(state)
                .build();
    }

    /** Checks a logout token: signed by the provider, for this room, now, and about somebody. */
    LogoutNotice signedOut(String token) throws ProofRefused {
        ProviderSettings provider = settings.requireProvider();
        Known current = known();
        try {
            Jwt read = inTurn(() -> current.logouts().decode(token));
            return LogoutNotice.of(read, provider.issuer(), provider.client(), clock);
        } catch (JwtException e) {
            throw new ProofRefused("logout token: not signed by the provider, or not readable");
        }
    }

    /** Where the browser signs out there; empty where the provider has no such address or the settings do not want it. */
    Optional<String> goodbye(String token, String home) {
        ProviderSettings provider = settings.requireProvider();
        Known current = known;
        if (!provider.logout() || current == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(current.registration()
                        .getProviderDetails()
                        .getConfigurationMetadata()
                        .get("end_session_endpoint"))
                .map(address -> UriComponentsBuilder.fromUriString(String.valueOf(address))
                        .queryParam("id_token_hint", "{token}")
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(
                                token,
                                provider.client(),
                                (provider.address().isEmpty() ? home : provider.address()) + "/sign-in?out")
                        .toUriString());
    }

    private Known known() {
        Known current = known;
        if (current == null || clock.instant().isAfter(current.until())) {
            current = inTurn(this::discovered);
            known = current;
        }
        return current;
    }

    private Known discovered() {
        ProviderSettings provider = settings.requireProvider();
        Outward outward = new Outward();
        ClientRegistration registration =
                new Discovery(outward.plain()).of(provider, ClientSecret.of(provider, workspace, System::getenv));
        JwtDecoder tokens = IdTokens.of(registration, outward.forKeys(), clock);
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(outward.forCodes());
        DefaultOAuth2UserService persons = new DefaultOAuth2UserService();
        persons.setRestOperations(outward.forPersons());
        OidcUserService users = new OidcUserService();
        users.setOauth2UserService(persons);
        OidcAuthorizationCodeAuthenticationProvider check =
                new OidcAuthorizationCodeAuthenticationProvider(codes, users);
        check.setJwtDecoderFactory(any -> tokens);
        return new Known(
                registration,
                check,
                IdTokens.ofLogouts(registration, outward.forKeys()),
                clock.instant().plus(KEPT));
    }

    private <T> T inTurn(Supplier<T> call) {
        if (!turns.tryAcquire()) {
            throw Failure.resources(
                    "PROVIDER_BUSY",
                    "Too many people are signing in at the provider just now.",
                    "Try again in a moment.");
        }
        try {
            return call.get();
        } finally {
            turns.release();
        }
    }
}
