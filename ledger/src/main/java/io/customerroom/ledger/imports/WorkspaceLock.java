package io.customerroom.ledger.imports;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One import at a time per workspace, across threads and processes. A killed process lets go of it by dying. Public for whoever rewrites
 * what imports write.
 */
public final class WorkspaceLock implements AutoCloseable {

    private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final ReentrantLock mine;
    private final FileChannel channel;
    private final FileLock lock;

    private WorkspaceLock(ReentrantLock mine, FileChannel channel, FileLock lock) {
        this.mine = mine;
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits for imports that run. */
    public static WorkspaceLock take(Workspace workspace) {
        ReentrantLock mine = IN_THIS_PROCESS.computeIfAbsent(workspace.root(), root -> new ReentrantLock());
        mine.lock();
        try {
            Path file = workspace.state().resolveSibling("import.lock");
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new WorkspaceLock(mine, channel, channel.lock());
        } catch (IOException e) {
            mine.unlock();
            throw Failure.yours(
                    "WORKSPACE_NOT_WRITABLE",
                    "The folder 'state' of the workspace cannot be written.",
                    "Check the owner and the rights of the workspace.");
        }
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw Failure.ours("LOCK_NOT_RELEASED", "The lock of the workspace could not be released.", e);
        } finally {
            mine.unlock();
        }
    }
}
