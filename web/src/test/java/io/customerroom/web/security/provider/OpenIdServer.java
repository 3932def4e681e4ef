package io.customerroom.web.security.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * A true OpenID server on a port of its own: Spring Authorization Server, with one public client that has to use PKCE. Its people are whoever asks, with the password {@code pw}; their
 * groups, and what it lies about, are the test's.
 */
final class OpenIdServer implements AutoCloseable {

    static final String CLIENT = "customer-room";
    static final String ROOM = "https://room.example";

    /** Groups per person. */
    static final Map<String, List<String>> GROUPS = new ConcurrentHashMap<>();

    /** The server's time, and what it tells otherwise than it should. */
    static volatile Instant now = Instant.EPOCH;

    static volatile Consumer<JwtClaimsSet.Builder> lie = claims -> {};

    private final ConfigurableApplicationContext context;
    private final HttpClient browser = HttpClient.newHttpClient();

    OpenIdServer() {
        context = new SpringApplicationBuilder(Rules.class)
                .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
                .run();
    }

    String issuer() {
        return "http://localhost:"
                + Objects.requireNonNull(
                                ((ServletWebServerApplicationContext) context).getWebServer(), "a started server")
                        .getPort();
    }

    /** What the server answers somebody's browser. */
    HttpResponse<String> visit(String address, String person) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((person + ":pw").getBytes(StandardCharsets.US_ASCII)))
                .build();
        try {
            return browser.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Where the server sends somebody's browser. */
    String sendsOn(String address, String person) {
        return visit(address, person).headers().firstValue("Location").orElseThrow(() -> new AssertionError(address));
    }

    /** A notice that somebody signed out here, as the server would send it: signed with its key. */
    String notice(String type, JwtClaimsSet claims) {
        @SuppressWarnings("unchecked")
        JWKSource<SecurityContext> keys = context.getBean(JWKSource.class);
        JwsHeader header =
                JwsHeader.with(SignatureAlgorithm.RS256).type(type).keyId("k1").build();
        return new NimbusJwtEncoder(keys)
                .encode(JwtEncoderParameters.from(header, claims))
                .getTokenValue();
    }

    @Override
    public void close() {
        browser.close();
        context.close();
    }

    /** No stereotype: the rooms of other tests, which look for components here, must not find it. */
    @EnableAutoConfiguration
    @EnableWebSecurity
    static class Rules {

        @Bean
        SecurityFilterChain rules(HttpSecurity http, UserDetailsService people) throws Exception {
            AuthenticationManager check = new ProviderManager(new DaoAuthenticationProvider(people));
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    // before the server's own addresses look who asks
                    .addFilterBefore(new BasicAuthenticationFilter(check), CsrfFilter.class)
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return name ->
                    User.withUsername(name).password("{noop}pw").roles("PERSON").build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1")
                    .clientId(CLIENT)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(ROOM + "/sign-in/provider/answer")
                    .postLogoutRedirectUri(ROOM + "/sign-in?out")
                    .scope("openid")
                    .scope("profile")
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .build());
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder reader(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> {
                if (context.getTokenType().getValue().equals("id_token")) {
                    String person = context.getPrincipal().getName();
                    JwtClaimsSet.Builder claims = context.getClaims()
                            .issuedAt(now)
                            .expiresAt(now.plus(Duration.ofMinutes(5)))
                            .claim("sid", "session of " + person)
                            .claim("auth_time", now.getEpochSecond())
                            .claim("preferred_username", person)
                            .claim("name", "Person " + person)
                            .claim("groups", GROUPS.getOrDefault(person, List.of()));
                    lie.accept(claims);
                }
            };
        }
    }
}
