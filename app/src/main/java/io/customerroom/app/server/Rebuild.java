package io.customerroom.app.server;

import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.web.data.LedgerWork;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Brings the ledger up to date: after an import, unasked, or when somebody asks a page for it. Answers when the new build is recorded. */
@FunctionalInterface
interface Rebuild extends LedgerWork {

    /** Where the launcher that started the server lies; it says so itself. */
    String LAUNCHER = "CUSTOMER_ROOM_LAUNCHER";

    /** Nobody asked. */
    default void run() {
        build(RoomServer.SCHEDULE, Progress.NONE);
    }

    /**
     * In a process beside the server, which yields to it; in the server's own where no launcher started it.
     *
     * @param launcher value of {@link #LAUNCHER}; null without one
     */
    static Rebuild by(@Nullable String launcher, Workspace workspace, Builds builds) {
        Rebuild inside = (by, progress) -> builds.at(BuildRequest.standard(), by);
        if (launcher == null || !Files.isExecutable(Path.of(launcher))) {
            return inside;
        }
        return new RebuildBeside(Path.of(launcher), workspace, inside);
    }
}
