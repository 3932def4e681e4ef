package io.customerroom.app.release;

import io.customerroom.app.export.OutFile;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One package: {@code customer-room-VERSION-PLATFORM.zip}, and its checksum beside it. It runs where no Java is installed.
 *
 * @param tree what it is made from
 * @param version as the jar carries it
 * @param moment the time of every file in it; whole even seconds, since older zip readers know no others
 */
public record Release(SourceTree tree, String version, Instant moment) {

    static final String CACHE = "program/customer-room.aot";

    private static final String NATIVE = "libduckdb_java.so_";

    /** What lies beside the program, by its name in the tree and in the package. */
    private static final List<String> PAPERS = List.of("LICENSE", "NOTICE", "SECURITY.md");

    private static final List<String> INSTALLING = List.of("README.md", "customer-room.service", "Dockerfile");

    public Release {
        moment = Instant.ofEpochSecond(moment.getEpochSecond() & ~1L);
    }

    /** {@code customer-room-0.1.0-linux-x64}. */
    public String name() {
        return "customer-room-%s-%s".formatted(version, Platform.current());
    }

    /**
     * Makes the zip and the file with its checksum, each whole or not at all.
     *
     * @param progress hears what is done next
     * @return the zip
     */
    public Path zip(Path folder, boolean force, Consumer<String> progress) {
        Path zip = folder.resolve(name() + ".zip");
        OutFile out = new OutFile(zip, force);
        OutFile sum = new OutFile(folder.resolve(name() + ".zip.sha256"), force);
        return inScratch(folder, progress, program -> {
            progress.accept("Packing …");
            out.write(file -> {
                Zipping.write(program, file);
                return file;
            });
            return sum.write(file -> {
                Files.writeString(file, Checksums.line(zip, name() + ".zip"));
                return zip;
            });
        });
    }

    /**
     * The same as a folder, for whoever packs it otherwise.
     *
     * @return the folder; refused where it exists
     */
    public Path folder(Path above, Consumer<String> progress) {
        Path folder = above.resolve(name());
        if (Files.exists(folder)) {
            throw Failure.yours(
                    "FOLDER_EXISTS", "%s exists already.".formatted(folder), "Remove it, or name another with --out.");
        }
        return inScratch(above, progress, program -> Files.move(program, folder));
    }

    private Path inScratch(Path folder, Consumer<String> progress, OutFile.Writing<Path> then) {
        try {
            Files.createDirectories(folder);
            Path scratch = Files.createTempDirectory(folder, ".package-");
            try {
                Path program = Files.createDirectory(scratch.resolve(name()));
                lay(program, scratch, progress);
                return then.to(program);
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw Failure.resources(
                    "PACKAGE_NOT_WRITTEN",
                    "The package could not be written to %s (%s).".formatted(folder, FileTrouble.in(e, folder)),
                    "Check the space on the disk, about 700 MB while it is made, and the rights of the folder.");
        }
    }

    private void lay(Path program, Path scratch, Consumer<String> progress) throws IOException {
        progress.accept("Linking a runtime …");
        OwnRuntime.link(program.resolve("runtime"));
        Path jars = Files.createDirectory(program.resolve("program"));
        copy(tree.jar(), jars.resolve("customer-room.jar"));
        copyFolder(tree.libraries(), jars.resolve("lib"));
        copy(tree.launcher(), program.resolve("customer-room"));
        date(program);
        progress.accept("Starting it once, so that it starts quicker …");
        Training.run(program, CACHE, scratch);
        for (String paper : PAPERS) {
            copy(tree.root().resolve(paper), program.resolve(paper));
        }
        for (String paper : INSTALLING) {
            copy(tree.packaging(paper), program.resolve(paper));
        }
        Files.writeString(
                program.resolve("bom.json"),
                BillOfMaterials.of(
                        Files.readString(tree.billOfMaterials()),
                        Vendored.under(tree.resources()),
                        Runtime.version(),
                        System.getProperty("java.vendor", "")));
        Files.writeString(program.resolve("NOTES.md"), ReleaseNotes.of(version, Files.readAllLines(tree.changelog())));
        Files.writeString(program.resolve(Checksums.FILE), Checksums.of(program, Zipping.files(program)));
        date(program);
    }

    private void date(Path program) throws IOException {
        for (Path file : Zipping.files(program)) {
            Files.setLastModifiedTime(file, FileTime.from(moment));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.sorted().toList()) {
                copy(file, to.resolve(inPackage(String.valueOf(file.getFileName()))));
            }
        }
    }

    /**
     * The engine's native library is found by its plain name on the library path, as the launcher says it. By the name it has in the build it is looked for beside the jar, and
     * a class of the cache believes its jar where the training was.
     */
    private static String inPackage(String name) {
        return name.startsWith(NATIVE) ? System.mapLibraryName("duckdb_java") : name;
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
