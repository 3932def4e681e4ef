package io.customerroom.room.issues;

import io.customerroom.room.promises.Level;
import io.customerroom.room.promises.Promise;
import java.util.Optional;
import java.util.Set;

/** Reads from a promise which issue it is about. */
public final class IssuePromise {

    /** Exhibits whose rows are issues. */
    private static final Set<String> EXHIBITS = Set.of("top-issues", "count-down", "issue-flow", "issue-trend");

    private static final String ROW = "row|";
    private static final String VOLUME = "opened";

    private IssuePromise() {}

    /** The issue whose figure was promised about; empty for every other promise. */
    public static Optional<String> issue(Promise promise) {
        return figure(promise).map(id -> id.substring(ROW.length(), id.lastIndexOf('|')));
    }

    /** Whether it promises at most so many tickets opened. */
    public static boolean onVolume(Promise promise) {
        return promise.level().direction() == Level.Direction.AT_MOST
                && promise.level().value().signum() >= 0
                && figure(promise)
                        .filter(id -> id.substring(id.lastIndexOf('|') + 1).equals(VOLUME))
                        .isPresent();
    }

    private static Optional<String> figure(Promise promise) {
        return promise.figure()
                .map(Promise.Named::id)
                .filter(id -> EXHIBITS.contains(promise.exhibit())
                        && id.startsWith(ROW)
                        && id.lastIndexOf('|') >= ROW.length());
    }
}
