package io.customerroom.app.server;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.Serving;
import io.customerroom.state.StateStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Held by the one server of a workspace. The operating system lets go of it when the server ends, however it ends. */
public final class ServingLock implements AutoCloseable {

    private final FileChannel channel;
    private final Serving store;

    private ServingLock(FileChannel channel, Serving store) {
        this.channel = channel;
        this.store = store;
    }

    /** The same for a store that may lie on a server, where a machine that does not see this folder may serve it. */
    public static ServingLock take(Workspace workspace, StateStore store) {
        ServingLock folder = take(workspace);
        try {
            return new ServingLock(
                    folder.channel,
                    store.serving()
                            .orElseThrow(
                                    () -> served(
                                            "A server is running on the state of this workspace, from another folder or machine.")));
        } catch (Failure e) {
            folder.close();
            throw e;
        }
    }

    private static Failure served(String message) {
        return Failure.yours("ALREADY_SERVED", message, "Use it, or stop it first; two servers need two workspaces.");
    }

    /** Refused while another server holds it. */
    public static ServingLock take(Workspace workspace) {
        Path file = workspace.state().resolveSibling("serving.lock");
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw served("A server is running on this workspace.");
            }
            return new ServingLock(channel, () -> {});
        } catch (IOException e) {
            throw Failure.yours(
                    "STATE_NOT_WRITABLE",
                    "The folder 'state' of the workspace cannot be written (%s).".formatted(FileTrouble.of(e, file)),
                    "Check its owner, its rights and the space on the disk.");
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held in this process
        }
    }

    @Override
    public void close() {
        try (channel) {
            store.close();
        } catch (IOException e) {
            // the end of the process lets go of the file as well
        }
    }
}
