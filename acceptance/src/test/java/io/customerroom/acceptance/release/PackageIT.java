package io.customerroom.acceptance.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.acceptance.support.Child;
import io.customerroom.acceptance.support.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./customer-room package}, and its zip on a machine that has no Java. */
class PackageIT {

    private static final int PATIENCE_SECONDS = 300;
    private static final String PASSWORD = "a lantern over the pier";
    private static final Pattern WELCOME = Pattern.compile("(http://[0-9.]+:\\d+)(/welcome/\\S+)");

    /** Of what a JVM must not find: this JDK, and the usual folder of others. */
    private static final List<Path> JAVAS = Stream.of(Path.of(System.getProperty("java.home")), Path.of("/usr/lib/jvm"))
            .filter(Files::isDirectory)
            .toList();

    @TempDir
    private Path folder;

    @Test
    void theZipRunsWhereThereIsNoJava() throws IOException {
        assumeThat(Files.exists(Path.of("../app/target/bom.json")))
                .as("a build with -Psbom, as ./verify makes it")
                .isTrue();
        Path zip = made();
        Path place = Files.createDirectory(folder.resolve("my programs"));
        Unpacked.into(place, zip);
        Path program = place.resolve(zip.getFileName().toString().replace(".zip", ""));
        holdsWhatPeopleNeed(program);
        Path company = folder.resolve("company");
        // the cache must fit as it was unpacked: with AOTMode=on Java refuses to start without it
        try (Child server = Child.start(
                folder,
                Map.of(
                        "CUSTOMER_ROOM_JAVA_OPTS",
                        "--enable-native-access=ALL-UNNAMED -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:AOTMode=on"),
                withoutJava(
                        program.resolve("customer-room").toString(),
                        "demo",
                        "--customers",
                        "100",
                        "--no-meetings",
                        "--port",
                        "0",
                        "--dir",
                        company.toString()))) {
            Matcher welcome = welcome(server);
            try (Requests ada = new Requests(welcome.group(1))) {
                ada.redeem(welcome.group(2), "ada", PASSWORD);
                ada.signIn("ada", PASSWORD);
                assertThat(ada.get("/walls/1").body().lines())
                        .as("the sentence of wall 1")
                        .anyMatch(line -> line.matches(" *<h1>In \\w+ \\d{4}, .* came and .* left: .*</h1>"));
            }
        }
    }

    /** The zip and the line with its checksum. */
    private Path made() throws IOException {
        Path dist = folder.resolve("my dist");
        try (Child child =
                Child.start(folder, Map.of(), List.of(Child.launcher().toString(), "package", "--out", "my dist"))) {
            assertThat(child.waitFor(PATIENCE_SECONDS)).isTrue();
            Typed typed = child.ended();
            assertThat(typed.exitCode()).as(typed.err()).isZero();
            Path zip = Path.of(typed.out().strip());
            assertThat(zip.getParent()).isEqualTo(dist);
            assertThat(dist.resolve(zip.getFileName() + ".sha256"))
                    .content()
                    .isEqualTo(sum(zip) + "  " + zip.getFileName() + "\n");
            return zip;
        }
    }

    private static void holdsWhatPeopleNeed(Path program) throws IOException {
        assertThat(program.resolve("NOTES.md"))
                .content()
                .startsWith("# Customer Room 0.1.0")
                .contains("* **");
        assertThat(program.resolve("bom.json"))
                .content()
                .contains("\"CycloneDX\"", "duckdb_jdbc", "spring-boot", "pkg:npm/echarts@", "pkg:generic/openjdk@");
        for (String name : List.of("README.md", "LICENSE", "NOTICE", "customer-room.service", "Dockerfile")) {
            assertThat(program.resolve(name)).isNotEmptyFile();
        }
        for (String line : Files.readAllLines(program.resolve("SHA256SUMS"))) {
            String name = line.substring(line.indexOf("  ") + 2);
            assertThat(line).isEqualTo(sum(program.resolve(name)) + "  " + name);
        }
    }

    /** With rights for it, in a namespace where every JDK of this machine is covered; else without a JDK on the path. */
    private static List<String> withoutJava(String... command) {
        boolean covers =
                "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/unshare"));
        String cover = covers
                ? String.join(
                                " && ",
                                JAVAS.stream()
                                        .map("mount -t tmpfs none '%s'"::formatted)
                                        .toList()) + " && "
                : "";
        String script = cover + "unset JAVA_HOME && export PATH=/usr/bin:/bin && "
                + (covers ? "! java -version 2>/dev/null && " : "") + "exec \"$@\"";
        List<String> shell =
                covers ? List.of("unshare", "--mount", "sh", "-c", script, "sh") : List.of("sh", "-c", script, "sh");
        return Stream.concat(shell.stream(), Stream.of(command)).toList();
    }

    private static Matcher welcome(Child server) {
        for (int look = 0; look < PATIENCE_SECONDS * 5; look++) {
            Matcher welcome = WELCOME.matcher(server.outSoFar());
            if (welcome.find()) {
                return welcome;
            }
            assertThat(server.waitForMillis(200)).as(server::errSoFar).isFalse();
        }
        throw new AssertionError("no address came: " + server.errSoFar());
    }

    private static String sum(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
