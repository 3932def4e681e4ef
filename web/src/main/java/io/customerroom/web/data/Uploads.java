package io.customerroom.web.data;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.Parts;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Files that somebody brought and has not imported yet. They lie in a folder of their own and go with the server. */
@Component
final class Uploads implements DisposableBean {

    private static final int KEPT = 20;

    private final LinkedHashMap<String, Upload> uploads = new LinkedHashMap<>();

    /**
     * @param name as its owner calls it; never used as a path
     * @param yaml the mapping as text; empty = guessed
     * @param parts the files that were unpacked, where it is an archive; else the file itself
     */
    record Upload(String id, Path file, String name, FactKind kind, Optional<Feed> feed, String yaml, Parts parts) {

        /** The file, or the first of an archive. Refused: a mapping that cannot be read, with its line. */
        ImportRequest request() {
            return requests().getFirst();
        }

        /** One per file. */
        List<ImportRequest> requests() {
            return parts.requests().stream().map(this::mapped).toList();
        }

        /** Names of the files in an archive; empty where the upload is a file itself. */
        List<String> members() {
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
            Path file = Files.createTempFile("customer-room-upload-", ".data");
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            Upload upload = new Upload(
                    UUID.randomUUID().toString(),
                    file,
                    lastPart(name),
                    kind,
                    feed,
                    "",
                    parts(file, lastPart(name), kind));
            put(upload);
            return upload;
        } catch (IOException e) {
            throw Failure.resources(
                    "UPLOAD_NOT_KEPT", "The file could not be kept.", "Check room on the disk for temporary files.");
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
                    .orElseThrow(() -> Failure.yours(
                            "UPLOAD_NOT_FOUND", "This file is not kept any more.", "Upload it once more."));
        }
    }

    Upload map(String id, String yaml) {
        Upload before = find(id);
        Upload mapped =
                new Upload(id, before.file(), before.name(), before.kind(), before.feed(), yaml, before.parts());
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
