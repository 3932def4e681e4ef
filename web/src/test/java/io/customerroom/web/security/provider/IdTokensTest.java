package io.customerroom.web.security.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.customerroom.kernel.Failure;
import io.customerroom.room.people.ProviderSettings;
import io.customerroom.room.people.SignInSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Proofs that were signed wrongly, and providers that say wrong things of themselves. */
class IdTokensTest {

    private static final Instant NOW = Instant.parse("2026-06-04T08:00:00Z");
    private static RSAKey key;
    private static RSAKey foreign;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer provider;
    private String issuer;

    @BeforeAll
    static void keys() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        foreign = new RSAKeyGenerator(2048).keyID("k1").generate();
    }

    @BeforeEach
    void open() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + provider.getAddress().getPort();
        provider.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] answer = answers.getOrDefault(path, "").getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        provider.start();
        answers.put("/keys", new JWKSet(key.toPublicJWK()).toString());
        saysOfItself(issuer, issuer + "/keys");
    }

    @AfterEach
    void close() {
        provider.stop(0);
    }

    private void saysOfItself(String name, String keys) {
        answers.put("/.well-known/openid-configuration", """
                {"issuer": "%s", "authorization_endpoint": "%s/go", "token_endpoint": "%s/token", "jwks_uri": "%s",
                 "subject_types_supported": ["public"], "response_types_supported": ["code"]}
                """.formatted(name, issuer, issuer, keys));
    }

    private ClientRegistration discovered() {
        ProviderSettings settings = SignInSettings.parse("""
                provider:
                  issuer: %s
                  client: room
                """.formatted(issuer)).requireProvider();
        return new Discovery(new Outward().plain()).of(settings, "");
    }

    @Test
    void aProofSignedWithAPublishedKeyIsRead() throws Exception {
        assertThat(reader().decode(signed(JWSAlgorithm.RS256, new RSASSASigner(key)))
                        .getSubject())
                .isEqualTo("s1");
        assertThat(reader().decode(signed(JWSAlgorithm.PS256, new RSASSASigner(key)))
                        .getSubject())
                .isEqualTo("s1");
    }

    @Test
    void aProofThatIsSignedByNobodyOrByAnotherIsRefused() throws Exception {
        refused(new PlainJWT(claims()).serialize());
        refused(signed(JWSAlgorithm.RS256, new RSASSASigner(foreign)));
        refused(signed(JWSAlgorithm.HS256, new MACSigner(key.toRSAPublicKey().getEncoded())));
        String good = signed(JWSAlgorithm.RS256, new RSASSASigner(key));
        refused(good.substring(0, good.lastIndexOf('.') + 1));
        refused(good.substring(0, good.length() - 6) + "AAAAAA");
    }

    private void refused(String token) {
        assertThatThrownBy(() -> reader().decode(token)).isInstanceOf(JwtException.class);
    }

    private JwtDecoder reader() {
        return IdTokens.of(discovered(), new Outward().forKeys(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("k1").build(), claims());
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("s1")
                .audience("room")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(300)))
                .build();
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsRefused() {
        saysOfItself("https://elsewhere.example", issuer + "/keys");
        assertThatThrownBy(this::discovered)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("PROVIDER_MISCONFIGURED"))
                .hasMessageContaining("calls itself otherwise");
    }

    @Test
    void aProviderWhoseKeysComeByAnUnsafeWayIsRefused() {
        saysOfItself(issuer, "http://keys.example/keys");
        assertThatThrownBy(this::discovered).isInstanceOf(Failure.class).hasMessageContaining("not safe: [jwks_uri]");
    }

    @Test
    void aProviderThatDoesNotAnswerIsTold() {
        answers.clear();
        assertThatThrownBy(this::discovered)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.nextStep()).contains("provider.issuer"));
        provider.stop(0);
        assertThatThrownBy(this::discovered)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("PROVIDER_UNREACHABLE"));
    }
}
