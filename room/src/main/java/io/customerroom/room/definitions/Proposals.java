package io.customerroom.room.definitions;

import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.definitions.Definition;
import java.util.List;
import java.util.Optional;

/** The proposals of the room. Every verb asked twice changes nothing the second time; an ended proposal refuses every other verb. */
public interface Proposals {

    /** Newest first. */
    List<Proposal> all();

    Optional<Proposal> find(String id);

    /** The proposal, or a failure that says where to look. */
    Proposal require(String id);

    /** Proposes a definition as the next version of its rule. Refused where the version is not the next one. */
    Proposal propose(Authorship by, Definition definition);

    /** Agrees to its text. Refused to whoever proposed it. */
    Proposal sign(Authorship by, String id);

    /**
     * Puts the definition among the workspace's, with the names of those who signed; it is in force from its day on. Refused without a
     * signature, and where another version was adopted in the meantime.
     */
    Proposal adopt(Authorship by, String id);

    /** Ends it without effect; {@code by} carries the reason, which is asked for. */
    Proposal withdraw(Authorship by, String id);
}
