package io.customerroom.ledger.imports;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.source.Archive;
import io.customerroom.ledger.imports.source.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What somebody brought, as files to import one by one: itself, or the tables of a {@code .zip}. These lie unpacked in a folder that goes when this is closed. All
 * tables of an archive are facts of one kind under one mapping.
 */
public final class Parts implements AutoCloseable {

    private final List<ImportRequest> requests;
    private final List<Path> folders;

    private Parts(List<ImportRequest> requests, List<Path> folders) {
        this.requests = List.copyOf(requests);
        this.folders = List.copyOf(folders);
    }

    /** Refused: archives that are damaged, locked, unsafe, or hold archives. */
    public static Parts of(ImportRequest request) {
        if (!Archive.is(request.file())) {
            return new Parts(List.of(request), List.of());
        }
        try {
            Path folder = Files.createTempDirectory("customer-room-archive-");
            try {
                List<ImportRequest> requests =
                        Archive.unpack(request.file(), request.name(), folder, Limits.standard()).stream()
                                .map(member -> request.at(member.file(), member.name()))
                                .toList();
                return new Parts(requests, List.of(folder));
            } catch (Failure e) {
                Durable.deleteTree(folder);
                throw e;
            }
        } catch (IOException e) {
            throw Failure.resources(
                    "ARCHIVE_NOT_UNPACKED",
                    "'%s' could not be unpacked.".formatted(request.name()),
                    "Check the room on the disk, then try again.");
        }
    }

    /** One request per table, in the order of their names. */
    public List<ImportRequest> requests() {
        return requests;
    }

    @Override
    public void close() {
        try {
            for (Path folder : folders) {
                Durable.deleteTree(folder);
            }
        } catch (IOException e) {
            folders.forEach(folder -> folder.toFile().deleteOnExit());
        }
    }
}
