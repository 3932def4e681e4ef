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
import java.util.Optional;
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
            FileChannel channel = open(workspace);
            return new WorkspaceLock(mine, channel, channel.lock());
        } catch (IOException e) {
            mine.unlock();
            throw notWritable();
        }
    }

    /** At once, or not at all: empty while an import runs, here or in another process. */
    public static Optional<WorkspaceLock> unlessTaken(Workspace workspace) {
        ReentrantLock mine = IN_THIS_PROCESS.computeIfAbsent(workspace.root(), root -> new ReentrantLock());
        if (!mine.tryLock()) {
            return Optional.empty();
        }
        try {
            FileChannel channel = open(workspace);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new WorkspaceLock(mine, channel, lock));
            }
            channel.close();
        } catch (IOException e) {
            mine.unlock();
            throw notWritable();
        }
        mine.unlock();
        return Optional.empty();
    }

    private static FileChannel open(Workspace workspace) throws IOException {
        Path file = workspace.state().resolveSibling("import.lock");
        Files.createDirectories(file.getParent());
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Failure notWritable() {
        return Failure.yours(
                "WORKSPACE_NOT_WRITABLE",
                "The folder 'state' of the workspace cannot be written.",
                "Check the owner and the rights of the workspace.");
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
