package io.customerroom.app.cli;

import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.workspace.Workspace;
import picocli.CommandLine.Option;

/** Whose ids are meant, where a verb takes what a source calls a customer. */
final class IdSpace {

    @Option(
            names = "--ids",
            paramLabel = "SPACE",
            description = "The id space of the mapping that brought the id; default ${DEFAULT-VALUE}.")
    private String space = "customer";

    /** The customer of an id in this space. */
    CustomerId customer(Workspace workspace, String id) {
        return new CustomerKeys(IdentitySecret.of(workspace)).key(space, id);
    }
}
