package io.customerroom.web.data;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.Parts;
import io.customerroom.ledger.imports.database.DatabaseSource;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Files that somebody brought and has not imported yet. They tell of customers, so they lie inside the workspace, readable for its owner
 * alone, and go with the server; those of a server that was killed go with the next start.
 */
@Component
final class Uploads implements InitializingBean, DisposableBean {

    private static final int KEPT = 20;

    private final ObjectProvider<Workspace> workspace;
    private final LinkedHashMap<String, Upload> uploads = new LinkedHashMap<>();

    Uploads(ObjectProvider<Workspace> workspace) {
        this.workspace = workspace;
    }

    /**
     * @param name as its owner calls it; never used as a path
     * @param yaml the mapping as text; empty = guessed
     * @param parts the files that were unpacked, where it is an archive; else the file itself
     * @param database the source whose first rows these are; empty where somebody brought a file
     */
    record Upload(
            String id,
            Path file,
            String name,
            FactKind kind,
            Optional<Feed> feed,
            String yaml,
            Parts parts,
            Optional<String> database) {

        /** Where the forms of its page lead: the file's own addresses, or those of the database. */
        public String place() {
            return database.map(source -> "/data/databases/" + source).orElse("/data/uploads/" + id);
        }

        /** The file, or the first of an archive. Refused: a mapping that cannot be read, with its line. */
        ImportRequest request() {
            return requests().getFirst();
        }

        /** One per file. */
        List<ImportRequest> requests() {
            return parts.requests().stream().map(this::mapped).toList();
        }

        /** Names of the files in an archive; empty where the upload is a file itself. */
        public List<String> members() {
            return parts.requests().size() == 1
                            && parts.requests().getFirst().file().equals(file)
                    ? List.of()
                    : parts.requests().stream().map(ImportRequest::name).toList();
        }

        private ImportRequest mapped(ImportRequest part) {
            return new ImportRequest(
                    part.file(),
                    part.name(),
                    kind,
                    yaml.isBlank()
                            ? Optional.empty()
                            : Optional.of(MappingYaml.read(yaml, "the mapping on the page", Optional.of(kind))),
                    Optional.empty(),
                    feed);
        }
    }

    Upload keep(InputStream content, String name, FactKind kind, Optional<Feed> feed) {
        try {
            Path file = Files.createTempFile(folder(), "upload-", ".data");
            copy(content, file);
            Upload upload = new Upload(
                    UUID.randomUUID().toString(),
                    file,
                    lastPart(name),
                    kind,
                    feed,
                    "",
                    parts(file, lastPart(name), kind),
                    Optional.empty());
            put(upload);
            return upload;
        } catch (IOException e) {
            throw notKept();
        }
    }

    /** The first rows of a database, to be looked at like a file; its mapping is the one they are read with now. */
    Upload keepRows(Path csv, DatabaseSource source) {
        String name = source.asked().shown() + " of " + source.door().shown();
        try (InputStream content = Files.newInputStream(csv)) {
            Path file = Files.createTempFile(folder(), "upload-", ".data");
            copy(content, file);
            Upload upload = new Upload(
                    UUID.randomUUID().toString(),
                    file,
                    name,
                    source.kind(),
                    Optional.empty(),
                    source.mapping(),
                    Parts.of(ImportRequest.of(file, source.kind()).named(name)),
                    Optional.of(source.name()));
            put(upload);
            return upload;
        } catch (IOException e) {
            throw notKept();
        }
    }

    private static Failure notKept() {
        return Failure.resources(
                "UPLOAD_NOT_KEPT", "The file could not be kept.", "Check room and rights on the workspace's disk.");
    }

    private Path folder() throws IOException {
        return Files.createDirectories(workspace.getObject().uploads());
    }

    private static void copy(InputStream content, Path file) throws IOException {
        try {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Before anybody can ask: removes what a server left that was killed. */
    @Override
    public void afterPropertiesSet() throws IOException {
        Optional<Path> folder =
                workspace.stream().findFirst().map(Workspace::uploads).filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return;
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Parts parts(Path file, String name, FactKind kind) throws IOException {
        try {
            return Parts.of(ImportRequest.of(file, kind).named(name));
        } catch (Failure refused) {
            Files.deleteIfExists(file);
            throw refused;
        }
    }

    Upload find(String id) {
        synchronized (uploads) {
            return Optional.ofNullable(uploads.get(id))
                    .filter(upload -> Files.exists(upload.file())) // an erasure takes what waits
                    .orElseThrow(() -> Failure.yours(
                            "UPLOAD_NOT_FOUND", "This file is not kept any more.", "Upload it once more."));
        }
    }

    Upload map(String id, String yaml) {
        Upload before = find(id);
        Upload mapped = new Upload(
                id,
                before.file(),
                before.name(),
                before.kind(),
                before.feed(),
                yaml,
                before.parts(),
                before.database());
        put(mapped);
        return mapped;
    }

    private void put(Upload upload) {
        synchronized (uploads) {
            uploads.put(upload.id(), upload);
            if (uploads.size() > KEPT) {
                forget(uploads.pollFirstEntry().getValue());
            }
        }
    }

    private static String lastPart(String name) {
        String plain = name.replace('\\', '/').replaceAll("\\p{Cntrl}", "");
        String last = plain.substring(plain.lastIndexOf('/') + 1);
        return last.isBlank() ? "upload.csv" : last;
    }

    private static void forget(Upload upload) {
        upload.parts().close();
        try {
            Files.deleteIfExists(upload.file());
        } catch (IOException e) {
            upload.file().toFile().deleteOnExit();
        }
    }

    @Override
    public void destroy() {
        synchronized (uploads) {
            uploads.values().forEach(Uploads::forget);
            uploads.clear();
        }
    }
}
