package io.customerroom.app.server;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.Workspace;
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

    private ServingLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Refused while another server holds it. */
    public static ServingLock take(Workspace workspace) {
        Path file = workspace.state().resolveSibling("serving.lock");
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw Failure.yours(
                        "ALREADY_SERVED",
                        "A server is running on this workspace.",
                        "Use it, or stop it first; two servers need two workspaces.");
            }
            return new ServingLock(channel);
        } catch (IOException e) {
            throw Failure.yours(
                    "STATE_NOT_WRITABLE",
                    "The folder 'state' of the workspace cannot be written (%s)."
                            .formatted(e.getClass().getSimpleName()),
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
        try {
            channel.close();
        } catch (IOException e) {
            // the end of the process lets go of it
        }
    }
}
