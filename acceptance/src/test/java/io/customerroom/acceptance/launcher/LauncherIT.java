package io.customerroom.acceptance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.support.Child;
import io.customerroom.acceptance.support.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./customer-room} as people and service managers start and stop it. */
class LauncherIT {

    private static final int PATIENCE_SECONDS = 60;
    private static final int A_FEW_SECONDS = 15;
    private static final Pattern PORT = Pattern.compile("http://[0-9.]+:(\\d+)/");

    @TempDir
    private Path folder;

    @Test
    void aProgramInAFolderWithSpacesRunsFromAnotherFolder() throws IOException {
        Path program = program("My Programs");
        Path elsewhere = Files.createDirectory(folder.resolve("else where"));
        Typed init = ended(Child.start(elsewhere, Map.of(), List.of(program.toString(), "init", "my room")));
        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(elsewhere.resolve("my room/customer-room.yaml")).isRegularFile();
    }

    @Test
    void aLinkToTheProgramFindsItsJarsAndAWrongWordIsYours() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("room"), Child.launcher());
        Typed typed = ended(Child.start(folder, Map.of(), List.of(link.toString(), "sreve")));
        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains("There is no verb 'sreve'.", "serve", "[VERB_UNKNOWN]");
        typed.showsNoInsides();
    }

    @Test
    void aTakenPortIsNamedAndAServerThatIsAskedToEndLeavesACleanRoom() {
        Path room = folder.resolve("room");
        Typed.well(room, "init");
        try (Child server = Child.start(room, "serve", "--port", "0")) {
            String port = port(server);
            Typed same = ended(Child.start(room, "serve", "--port", "0"));
            assertThat(same.exitCode()).isEqualTo(2);
            assertThat(same.err()).contains("[ALREADY_SERVED]");
            Path other = folder.resolve("other");
            Typed.well(other, "init");
            Typed second = ended(Child.start(other, "serve", "--port", port));
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.err())
                    .contains("Port " + port + " is used by another program.", "serve --port ", "[PORT_TAKEN]");
            second.showsNoInsides();
            server.terminate();
            assertThat(server.waitFor(A_FEW_SECONDS)).as("ended in time").isTrue();
            assertThat(server.ended().err()).doesNotContain("Exception", "WARN", "ERROR");
        }
        assertThat(Typed.well(room, "doctor").out()).contains("All is well.");
        assertThat(room.resolve("state/customer-room.db-wal")).doesNotExist();
    }

    @Test
    void anOldJdkIsNamedWithWhereToGetANewOne() throws IOException {
        Path old = Files.createDirectories(folder.resolve("jdk-17/bin"));
        for (String name : List.of("java", "javac")) {
            assertThat(Files.writeString(old.resolve(name), "#!/bin/sh\nexit 1\n")
                            .toFile()
                            .setExecutable(true))
                    .isTrue();
        }
        Path home = folder.resolve("jdk-17");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.12\"\n");
        Map<String, String> nothingElse =
                Map.of("JAVA_HOME", home.toString(), "CUSTOMER_ROOM_JDKS", home.toString(), "PATH", tools().toString());
        Typed typed =
                ended(Child.start(folder, nothingElse, List.of(Child.launcher().toString(), "version")));
        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).isEqualTo("""
                Customer Room needs a JDK 25 or newer, and the newest in JAVA_HOME, on PATH or in the usual folders is 17. \
                Get one from https://adoptium.net and set JAVA_HOME to its folder. [JDK_TOO_OLD]
                """);
    }

    /** The launcher and its script in a folder of this name; the jars are those of the build. */
    private Path program(String name) throws IOException {
        Path root = Objects.requireNonNull(Child.launcher().getParent());
        Path program = Files.createDirectories(folder.resolve(name).resolve("app"));
        Files.createSymbolicLink(program.resolve("target"), root.resolve("app/target"));
        Files.createSymbolicLink(folder.resolve(name).resolve("scripts"), root.resolve("scripts"));
        return Files.copy(
                Child.launcher(), folder.resolve(name).resolve("customer-room"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** What the launcher calls before it has a JDK, and no java. */
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String name : List.of("dirname", "readlink", "sed", "head")) {
            Path tool = Stream.of("/bin", "/usr/bin")
                    .map(place -> Path.of(place, name))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(tools.resolve(name), tool);
        }
        return tools;
    }

    private static Typed ended(Child child) {
        try (child) {
            assertThat(child.waitFor(PATIENCE_SECONDS)).as("ended").isTrue();
            return child.ended();
        }
    }

    private static String port(Child server) {
        for (int look = 0; look < PATIENCE_SECONDS * 10; look++) {
            Matcher address = PORT.matcher(server.outSoFar());
            if (address.find()) {
                return address.group(1);
            }
            assertThat(server.waitForMillis(100)).as(server::errSoFar).isFalse();
        }
        throw new AssertionError("no address came");
    }
}
