package io.customerroom.app.cli;

import io.customerroom.app.release.Release;
import io.customerroom.app.release.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "package",
        description =
                "Makes a zip with its own runtime, for machines without Java like this one. Needs the sources and a JDK.")
final class PackageVerb extends Verb {

    @Option(names = "--out", paramLabel = "DIR", description = "The folder for the zip; without it dist.")
    private Path out = Path.of("dist");

    @Option(names = "--force", description = "Replaces a zip that exists.")
    private boolean force;

    @Option(names = "--unpacked", description = "Leaves a folder instead of a zip, for images and installers.")
    private boolean unpacked;

    @Override
    void perform() {
        SourceTree tree = new SourceTree(root());
        Release release = new Release(tree, Version.current(), room().clock().instant());
        Path folder = room().resolve(out);
        Path made = unpacked ? release.folder(folder, console()::say) : release.zip(folder, force, console()::say);
        console().out().println(made);
    }

    /** The launcher says where it lies; a program that was started without it is no source tree. */
    private Path root() {
        String launcher = System.getenv("CUSTOMER_ROOM_LAUNCHER");
        return launcher == null || !Files.exists(Path.of(launcher))
                ? room().resolve(Path.of(""))
                : Objects.requireNonNull(Path.of(launcher).getParent());
    }
}
