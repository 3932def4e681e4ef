package io.customerroom.state;

import io.customerroom.kernel.Authorship;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** A transaction in progress, with the count of what it told the trail. */
final class OpenWriting implements Writing {

    private final Database database;
    private final Handle handle;
    private final Authorship by;
    private final Instant now;
    private int recorded;
    private boolean unchanged;

    OpenWriting(Database database, Handle handle, Authorship by, Instant now) {
        this.database = database;
        this.handle = handle;
        this.by = by;
        this.now = now;
    }

    @Override
    public Handle handle() {
        return handle;
    }

    @Override
    public Authorship by() {
        return by;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void record(String event, String subject, Map<String, ?> details) {
        TrailTable.append(handle, now, by, event, subject, details);
        recorded++;
    }

    @Override
    public void overwriteWhatGoes() {
        database.overwriteWhatGoes(handle);
    }

    @Override
    public void unchanged() {
        unchanged = true;
    }

    /** True when the transaction is to be committed, false when there is nothing to commit. */
    boolean complete() {
        if (recorded > 0) {
            return true;
        }
        if (unchanged) {
            return false;
        }
        throw new IllegalStateException("a write left no entry in the trail; it was rolled back");
    }
}
