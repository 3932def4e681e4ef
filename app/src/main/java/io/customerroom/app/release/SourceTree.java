package io.customerroom.app.release;

import io.customerroom.kernel.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The tree a package is made from, after its build.
 *
 * @param root holds the launcher, {@code packaging} and the built {@code app}
 */
public record SourceTree(Path root) {

    private static final String JAR = "app/target/customer-room.jar";
    private static final String LIBRARIES = "app/target/lib";
    private static final String BILL = "app/target/bom.json";

    /** Refused: a folder that is not a built source tree, such as an installed package. */
    public SourceTree {
        for (String name : List.of("pom.xml", "packaging", JAR, LIBRARIES, BILL)) {
            if (!Files.exists(root.resolve(name))) {
                throw Failure.yours(
                        "NOT_A_SOURCE_TREE",
                        "A package is made from the built sources, and %s is not in %s.".formatted(name, root),
                        "Run './customer-room package' in a clone of the project, with a JDK.");
            }
        }
    }

    Path jar() {
        return root.resolve(JAR);
    }

    Path libraries() {
        return root.resolve(LIBRARIES);
    }

    /** In the format of CycloneDX. */
    Path billOfMaterials() {
        return root.resolve(BILL);
    }

    /** Where the files of others lie that no build fetches. */
    Path resources() {
        return root.resolve("web/src/main/resources");
    }

    Path launcher() {
        return root.resolve("customer-room");
    }

    Path packaging(String name) {
        return root.resolve("packaging").resolve(name);
    }

    Path changelog() {
        return root.resolve("CHANGELOG.md");
    }
}
