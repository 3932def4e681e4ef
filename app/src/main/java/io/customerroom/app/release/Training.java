package io.customerroom.app.release;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A first run of the new program, from which Java notes what a start loads and links (JEP 483, 514): a small demo company is made, its walls
 * are served and one page is asked for. The cache fits this runtime and these jars only, whose times must stay; where it does not fit, Java starts without it.
 */
final class Training {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/welcome/\\S+");
    private static final int PATIENCE_SECONDS = 300;
    private static final int LOOKS_A_SECOND = 5;

    private Training() {}

    /**
     * @param program the folder of the package, with its runtime
     * @param cache relative to that folder
     * @param scratch a folder for the company and for what the run says
     */
    static void run(Path program, String cache, Path scratch) throws IOException {
        Path out = scratch.resolve("training.out");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        program.resolve("customer-room").toString(),
                        "demo",
                        "--customers",
                        "200",
                        "--no-meetings",
                        "--port",
                        "0",
                        "--dir",
                        scratch.resolve("company").toString()))
                .directory(program.toFile())
                .redirectOutput(out.toFile())
                .redirectError(scratch.resolve("training.err").toFile());
        builder.environment().put("CUSTOMER_ROOM_AOT", "-XX:AOTCacheOutput=" + program.resolve(cache));
        builder.environment().remove("CUSTOMER_ROOM_JAVA_OPTS");
        Process process = builder.start();
        try {
            open(link(process, out));
            process.destroy(); // as a service manager does; the cache is written at the end
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || !Files.exists(program.resolve(cache))) {
                throw unfinished();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unfinished();
        } finally {
            process.destroyForcibly();
        }
    }

    private static URI link(Process process, Path out) throws IOException, InterruptedException {
        for (int look = 0; look < PATIENCE_SECONDS * LOOKS_A_SECOND; look++) {
            Matcher link = LINK.matcher(Files.readString(out, StandardCharsets.UTF_8));
            if (link.find()) {
                return URI.create(link.group());
            }
            if (process.waitFor(1000 / LOOKS_A_SECOND, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw unfinished();
    }

    private static void open(URI page) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(page)
                    .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                    .build();
            if (client.send(request, BodyHandlers.discarding()).statusCode() != 200) {
                throw unfinished();
            }
        }
    }

    private static Failure unfinished() {
        return Failure.resources(
                "TRAINING_FAILED",
                "The new program was started once to note what a start loads, and did not come to its end.",
                "Check memory and disk, try './customer-room demo' yourself, and make the package again.");
    }
}
