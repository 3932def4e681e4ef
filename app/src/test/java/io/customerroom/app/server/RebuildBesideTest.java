package io.customerroom.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildBesideTest {

    @TempDir
    private Path folder;

    private final AtomicInteger inside = new AtomicInteger();

    @Test
    void theLauncherIsAskedForABuildOfThisWorkspace() throws IOException {
        Path asked = folder.resolve("asked");

        beside(launcher("echo \"$@ $CUSTOMER_ROOM_NO_BUILD\" > '%s'".formatted(asked)))
                .run();

        assertThat(asked)
                .hasContent("build --unasked --dir %s 1".formatted(workspace().root()));
        assertThat(inside).hasValue(0);
    }

    @Test
    void whoAskedAPageForItIsTold() throws IOException {
        Path asked = folder.resolve("asked");

        beside(launcher("echo \"$@\" > '%s'".formatted(asked)))
                .build(new Authorship("dan", "web", "", "r1"), Progress.NONE);

        assertThat(asked)
                .hasContent("build --unasked --dir %s --asked-by dan"
                        .formatted(workspace().root()));
    }

    @Test
    void aBuildThatFailsSaysWhy() throws IOException {
        Rebuild failing = beside(launcher("echo reading >&2; echo 'The disk is full.' >&2; exit 3"));

        assertThatThrownBy(failing::run)
                .isInstanceOf(Failure.class)
                .hasMessage("The build beside the server ended with 3: The disk is full.");
    }

    @Test
    void whereNoProcessCanBeStartedTheServerBuildsItself() {
        beside(folder.resolve("not-there")).run();

        assertThat(inside).hasValue(1);
    }

    private Rebuild beside(Path launcher) {
        return new RebuildBeside(launcher, workspace(), (by, progress) -> inside.incrementAndGet());
    }

    private Workspace workspace() {
        return new Workspace(folder);
    }

    private Path launcher(String body) throws IOException {
        Path script = Files.writeString(folder.resolve("launcher"), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
