package io.customerroom.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who speaks HTTP without a browser: keeps cookies, follows nothing. */
public final class Requests implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String address;
    private final Map<String, String> headers;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private String tokenOf = "";
    private String sessionToken = "";

    public Requests(String address) {
        this(address, Map.of());
    }

    /** @param headers sent with each request, as a proxy in front would add them */
    public Requests(String address, Map<String, String> headers) {
        this.address = address;
        this.headers = Map.copyOf(headers);
    }

    public HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    /** A file as it comes. */
    public byte[] bytes(String path) {
        try {
            return client.send(to(path).GET().build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form as it is, without the token that a page would put into it. */
    public HttpResponse<String> post(String path, Map<String, String> form) {
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    /** Sends what a program would. */
    public HttpResponse<String> postJson(String path, String json) {
        return send(to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Sends a form with the token of this session, which a page is asked for once. */
    public HttpResponse<String> postAgain(String path, Map<String, String> form) {
        return postWith(sessionToken(), path, form);
    }

    /** Sends a method without a body, with the token of this session. */
    public HttpResponse<String> sendAgain(String method, String path) {
        return send(to(path).header("X-CSRF-TOKEN", sessionToken()).method(method, BodyPublishers.noBody()));
    }

    private String sessionToken() {
        String session = cookie("customer-room");
        if (session.isEmpty() || !session.equals(tokenOf)) {
            sessionToken = token("/account");
            tokenOf = cookie("customer-room");
        }
        return sessionToken;
    }

    /** Sends a form with a text as a file, from the page that holds it. */
    public HttpResponse<String> upload(String page, Map<String, String> form, String name, String text) {
        String edge = "----edge-of-a-part";
        Map<String, String> whole = new java.util.LinkedHashMap<>(form);
        whole.put("_csrf", token(page));
        String fields = whole.entrySet().stream()
                .map(field -> "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(edge, field.getKey(), field.getValue()))
                .collect(Collectors.joining());
        String file = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
                .formatted(edge, name, text, edge);
        return send(to(page).header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(BodyPublishers.ofString(fields + file)));
    }

    /** Opens the page that holds the form, takes its token along, and sends the form. */
    public HttpResponse<String> postFrom(String page, String path, Map<String, String> form) {
        return postWith(token(page), path, form);
    }

    /** Sends a form with a token that a page of this session has given. */
    public HttpResponse<String> postWith(String token, String path, Map<String, String> form) {
        Map<String, String> whole = new java.util.LinkedHashMap<>(form);
        whole.put("_csrf", token);
        return post(path, whole);
    }

    /** Sends a form with one file, as a browser does. */
    public HttpResponse<String> upload(String page, String path, Map<String, String> form, String name, String text) {
        String edge = "----------file";
        StringBuilder body = new StringBuilder();
        Map<String, String> whole = new java.util.LinkedHashMap<>(form);
        whole.put("_csrf", token(page));
        whole.forEach((field, value) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(edge, field, value)));
        body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(edge, name, text, edge));
        return send(to(path).header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** The token that a page puts into its forms. */
    public String token(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).as("a token on " + page).isTrue();
        return token.group(1);
    }

    public HttpResponse<String> send(String method, String path) {
        return send(to(path).method(method, BodyPublishers.noBody()));
    }

    /** Sets the password behind a one-time link. */
    public void redeem(String link, String name, String password) {
        HttpResponse<String> answer = postFrom(
                link, link, Map.of("name", name, "displayName", name, "password", password, "again", password));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(300, 399);
    }

    public void signIn(String name, String password) {
        HttpResponse<String> answer = postFrom("/sign-in", "/sign-in", Map.of("name", name, "password", password));
        assertThat(answer.headers().firstValue("Location"))
                .isPresent()
                .get()
                .asString()
                .doesNotContain("sign-in");
    }

    /** Freezes the walls for a meeting, and asks again until they are: an answer comes after a moment, done or not. */
    public void freeze(String meeting) {
        String next;
        do {
            next = postFrom(meeting, meeting + "/freeze", Map.of())
                    .headers()
                    .firstValue("Location")
                    .orElse("refused");
        } while (next.endsWith("#freeze"));
        assertThat(next).endsWith(meeting + "#walls");
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
