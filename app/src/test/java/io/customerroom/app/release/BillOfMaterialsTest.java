package io.customerroom.app.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillOfMaterialsTest {

    private static final Path HOUSE =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    private static final String BUILT = """
            {"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"picocli"}],"dependencies":[{"ref":"a"}]}""";

    @TempDir
    private Path folder;

    @Test
    void whatNoBuildKnowsOfStandsBesideWhatItKnows() {
        Vendored font =
                new Vendored("Letters", "2.37", "Bitstream-Vera", "pkg:generic/letters@2.37", Map.of("l.ttf", "ab12"));
        assertThat(BillOfMaterials.of(BUILT, List.of(font), Runtime.Version.parse("25.0.1+8"), "Somebody"))
                .isEqualToIgnoringWhitespace("""
                        {"bomFormat":"CycloneDX","components":[{"name":"picocli","type":"library"},
                        {"bom-ref":"pkg:generic/letters@2.37","components":[{"hashes":[{"alg":"SHA-256","content":"ab12"}],"name":"l.ttf","type":"file"}],
                        "licenses":[{"expression":"Bitstream-Vera"}],"name":"Letters","purl":"pkg:generic/letters@2.37","scope":"required","type":"library","version":"2.37"},
                        {"bom-ref":"pkg:generic/openjdk@25.0.1+8","licenses":[{"expression":"GPL-2.0-only WITH Classpath-exception-2.0"}],"name":"OpenJDK",
                        "publisher":"Somebody","purl":"pkg:generic/openjdk@25.0.1+8","type":"platform","version":"25.0.1+8"}],
                        "dependencies":[{"ref":"a"},{"ref":"pkg:generic/letters@2.37"},{"ref":"pkg:generic/openjdk@25.0.1+8"}],"specVersion":"1.6"}""");
    }

    /** Every file of others in the house, and nothing that changed since it was taken. */
    @Test
    void noFileOfOthersLiesOutsideItsManifest() throws IOException {
        Set<String> told = new TreeSet<>();
        for (String module : List.of("web", "walls", "room", "app", "ledger")) {
            Path resources = HOUSE.resolve(module).resolve("src/main/resources");
            if (Files.exists(resources)) {
                Vendored.under(resources)
                        .forEach(one -> told.addAll(one.sha256().keySet()));
                assertThat(module.equals("web") || Vendored.under(resources).isEmpty())
                        .as(module)
                        .isTrue();
            }
        }
        try (Stream<Path> files = Files.walk(HOUSE.resolve("web/src/main/resources"))) {
            assertThat(told)
                    .isEqualTo(
                            files.filter(file -> file.toString().matches(".*/vendor/[^/]+|.*[.](ttf|woff2?|min[.]js)"))
                                    .map(file -> String.valueOf(file.getFileName()))
                                    .filter(name -> !name.endsWith(".txt") && !name.equals("manifest.properties"))
                                    .collect(Collectors.toCollection(TreeSet::new)))
                    .hasSize(3);
        }
    }

    @Test
    void aFileThatIsNotTheOneOfItsManifestIsRefused() throws IOException {
        Path vendor = Files.createDirectories(folder.resolve("a/vendor"));
        Files.writeString(vendor.resolve("x.js"), "changed");
        Files.writeString(
                vendor.resolve("manifest.properties"),
                "name=X\nversion=1\nlicence=MIT\npurl=pkg:npm/x@1\nfiles=x.js\nx.js.sha256=00\n");
        assertThatThrownBy(() -> Vendored.under(folder))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("x.js is not the file that its manifest tells of");
    }
}
