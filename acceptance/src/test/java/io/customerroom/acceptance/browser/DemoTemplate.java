package io.customerroom.acceptance.browser;

import io.customerroom.acceptance.support.Template;
import java.nio.file.Path;
import java.time.Instant;

/** A small demo company without a past. */
final class DemoTemplate {

    /** The morning on which the company was made. */
    static final Instant MORNING = Instant.parse("2026-05-04T08:00:00Z");

    private static final Template COMPANY = new Template(
            "demo",
            folder -> new Commands(folder, new MovingClock(MORNING))
                    .run(
                            "demo",
                            "--dir",
                            "room",
                            "--customers",
                            "300",
                            "--months",
                            "14",
                            "--no-meetings",
                            "--no-serve"));

    private DemoTemplate() {}

    static void copyTo(Path workspace) {
        COMPANY.copyTo(workspace);
    }
}
