package io.customerroom.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser, a session and gzip. */
final class Visitor {

    private static final Pattern CSRF =
            Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();
    private final URI server;

    Visitor(URI server) {
        this.server = server;
    }

    /** Chooses the password behind a one-time link. */
    void welcome(String path, String password) throws IOException, InterruptedException {
        form(path, path, Map.of("password", password, "again", password));
    }

    void signIn(String name, String password) throws IOException, InterruptedException {
        form("/sign-in", "/sign-in", Map.of("name", name, "password", password));
        if (plain("/").uri().getPath().startsWith("/sign-in")) {
            throw new IllegalStateException("the visitor could not sign in");
        }
    }

    /** A page as it is transferred. */
    HttpResponse<byte[]> page(String path) throws IOException, InterruptedException {
        HttpRequest request = request(path).header("Accept-Encoding", "gzip").build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Bytes of a page with everything it loads from this server, as a first visit transfers them. */
    long weight(String path) throws IOException, InterruptedException {
        long bytes = page(path).body().length;
        for (String asset : assets(plain(path).body())) {
            bytes += page(asset).body().length;
        }
        return bytes;
    }

    private static List<String> assets(String html) {
        List<String> found = new ArrayList<>();
        Matcher matcher = ASSET.matcher(html);
        while (matcher.find()) {
            found.add(matcher.group(1).replace("&amp;", "&"));
        }
        return found.stream().distinct().toList();
    }

    /** Nobody waits for ever: an answer later than this is an error. */
    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    }

    private HttpResponse<String> plain(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void form(String page, String target, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(plain(page).body());
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (token.find()) {
            all.put("_csrf", token.group(1) == null ? token.group(2) : token.group(1));
        }
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = request(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException("status " + answer.statusCode() + " after the form at " + target);
        }
    }
}
