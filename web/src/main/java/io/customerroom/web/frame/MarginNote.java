package io.customerroom.web.frame;

import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.metrics.EstimatedMargins;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.web.LedgerStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What pages say that show margins and are no exhibits. Templates ask this bean themselves. */
@Component("margins")
public final class MarginNote {

    private final LedgerStatus status;
    private final ObjectProvider<Workspace> workspace;

    MarginNote(LedgerStatus status, ObjectProvider<Workspace> workspace) {
        this.status = status;
        this.workspace = workspace;
    }

    /** The sentence beside figures that rest on an estimated margin; empty where none is estimated. */
    public String words() {
        return status.shown()
                .flatMap(shown -> workspace.stream()
                        .findFirst()
                        .flatMap(place -> EstimatedMargins.sentence(Definitions.load(place), shown.definitions())))
                .orElse("");
    }
}
