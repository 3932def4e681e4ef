package io.customerroom.room.definitions.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.definitions.ActivityDefinition;
import io.customerroom.ledger.definitions.ContractsDefinition;
import io.customerroom.ledger.definitions.CostRules;
import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.definitions.DefinitionCard;
import io.customerroom.ledger.definitions.DefinitionFiles;
import io.customerroom.ledger.definitions.DefinitionText;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.definitions.DepartureDefinition;
import io.customerroom.ledger.definitions.DesiredDefinition;
import io.customerroom.ledger.definitions.LoyaltyDefinition;
import io.customerroom.ledger.definitions.ReferralsDefinition;
import io.customerroom.ledger.definitions.TouchDefinition;
import io.customerroom.ledger.definitions.ValueDefinition;
import io.customerroom.ledger.definitions.WorthDefinition;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.definitions.Proposal;
import io.customerroom.room.definitions.Proposals;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Proposals in the state store; what is adopted becomes a file of the workspace. */
public final class StoredProposals implements Proposals {

    private final StateStore store;
    private final Workspace workspace;
    private final DefinitionFiles files;

    public StoredProposals(StateStore store, Workspace workspace) {
        this.store = store;
        this.workspace = workspace;
        this.files = new DefinitionFiles(workspace);
    }

    @Override
    public List<Proposal> all() {
        return store.read(ProposalTable::all);
    }

    @Override
    public Optional<Proposal> find(String id) {
        return all().stream().filter(proposal -> proposal.id().equals(id)).findFirst();
    }

    @Override
    public Proposal require(String id) {
        return find(id).orElseThrow(StoredProposals::unknown);
    }

    @Override
    public Proposal propose(Authorship by, Definition definition) {
        String text = DefinitionText.of(definition);
        Definitions.read("the proposal", text);
        requireNext(definition.card());
        return store.write(by, writing -> {
            Optional<Proposal> same = ProposalTable.all(writing.handle()).stream()
                    .filter(proposal -> proposal.open() && proposal.definition().equals(definition))
                    .findFirst();
            if (same.isPresent()) {
                writing.unchanged();
                return same.get();
            }
            long number = ProposalTable.propose(writing, text);
            writing.record(
                    "definition-proposed",
                    "v" + number,
                    Change.made("open, signatures: 0"),
                    Map.of("definition", definition.card().id()));
            return inside(writing, "v" + number);
        });
    }

    @Override
    public Proposal sign(Authorship by, String id) {
        return happen(by, id, "signed", (writing, proposal) -> {
            requireOpen(proposal);
            if (proposal.by().equals(by.actor())) {
                throw Failure.yours(
                        "DEFINITION_OWN",
                        "Who proposes a definition does not sign it too.",
                        "Ask another leader to sign it.");
            }
            return !proposal.signedBy(by.actor());
        });
    }

    @Override
    public Proposal adopt(Authorship by, String id) {
        Proposal asked = require(id);
        if (asked.ending().filter(Proposal.Ending::adopted).isPresent()) {
            return asked;
        }
        requireOpen(asked);
        if (asked.signatures().isEmpty()) {
            throw Failure.yours(
                    "DEFINITION_UNSIGNED",
                    "Nobody has signed this definition.",
                    "Ask a leader to sign it; their names stand on the definition.");
        }
        // The file comes first: a definition without its record is in force and can be adopted once more, a record
        // without its file is a lie.
        files.publish(signed(asked));
        return happen(by, id, "adopted", (writing, proposal) -> {
            boolean again = proposal.ending().filter(Proposal.Ending::adopted).isPresent();
            if (!again) {
                requireOpen(proposal);
            }
            return !again;
        });
    }

    @Override
    public Proposal withdraw(Authorship by, String id) {
        if (by.reason().isBlank()) {
            throw Failure.yours("REASON_MISSING", "A proposal is withdrawn for a reason.", "Say why.");
        }
        return happen(by, id, "withdrawn", (writing, proposal) -> {
            boolean again =
                    proposal.ending().filter(ending -> !ending.adopted()).isPresent();
            if (!again) {
                requireOpen(proposal);
            }
            return !again;
        });
    }

    /** @param due whether it is still to happen; refuses where it cannot */
    private Proposal happen(Authorship by, String id, String kind, BiPredicate<Writing, Proposal> due) {
        return store.write(by, writing -> {
            Proposal proposal = inside(writing, id);
            if (!due.test(writing, proposal)) {
                writing.unchanged();
                return proposal;
            }
            ProposalTable.happen(writing, Long.parseLong(id.substring(1)), kind);
            writing.record(
                    "definition-" + kind,
                    id,
                    Change.of(standing(proposal), standing(inside(writing, id))),
                    Map.of("definition", proposal.definition().card().id()));
            return inside(writing, id);
        });
    }

    private static String standing(Proposal proposal) {
        return "%s, signatures: %d"
                .formatted(proposal.state(), proposal.signatures().size());
    }

    private Definition signed(Proposal proposal) {
        Map<String, String> names = store.read(ProposalTable::names);
        List<String> signed = proposal.signatures().stream()
                .map(signature -> names.getOrDefault(signature.by(), signature.by()))
                .toList();
        DefinitionCard card = proposal.definition().card();
        DefinitionCard agreed = new DefinitionCard(
                card.name(), card.department(), card.version(), card.owner(), card.reason(), card.validFrom(), signed);
        return switch (proposal.definition()) {
            case ActivityDefinition it ->
                new ActivityDefinition(
                        agreed,
                        it.counts(),
                        it.lapseDays(),
                        it.lapseDaysBySegment(),
                        it.booking(),
                        it.contractsCount());
            case ContractsDefinition it -> new ContractsDefinition(agreed, it.switches());
            case ValueDefinition it -> new ValueDefinition(agreed, it.windowMonths(), it.measure());
            case LoyaltyDefinition it -> new LoyaltyDefinition(agreed, it.followMonths(), it.minN(), it.behaviours());
            case DesiredDefinition it -> new DesiredDefinition(agreed, it.desired(), it.notDesired());
            case TouchDefinition it -> new TouchDefinition(agreed, it.days(), it.kinds(), it.judgedAfterDays());
            case WorthDefinition it ->
                new WorthDefinition(
                        agreed,
                        it.discountPercent(),
                        it.years(),
                        it.levelPercent(),
                        it.aliveBelowPercent(),
                        it.models());
            case DepartureDefinition it -> new DepartureDefinition(agreed, it.source());
            case ReferralsDefinition it ->
                new ReferralsDefinition(agreed, it.cameAnywayPercent(), it.namedWithinDays());
            case CostRules it -> new CostRules(agreed, it.activities(), it.companyWide(), it.costOfSalesPercent());
        };
    }

    private void requireNext(DefinitionCard card) {
        int next = Definitions.load(workspace).nextVersion(card.rule());
        if (card.version() != next) {
            throw Failure.yours(
                    "DEFINITION_TAKEN",
                    "The next version of '%s' is %d, not %d.".formatted(card.rule(), next, card.version()),
                    "Open the form again; it begins from the version in force.");
        }
    }

    private static void requireOpen(Proposal proposal) {
        if (!proposal.open()) {
            throw Failure.yours(
                    "DEFINITION_ENDED",
                    "This proposal is %s; nothing more can happen to it.".formatted(proposal.state()),
                    "Propose another version.");
        }
    }

    private static Proposal inside(Writing writing, String id) {
        return ProposalTable.all(writing.handle()).stream()
                .filter(proposal -> proposal.id().equals(id))
                .findFirst()
                .orElseThrow(StoredProposals::unknown);
    }

    private static Failure unknown() {
        return Failure.yours("PROPOSAL_UNKNOWN", "There is no such proposal.", "The page Definitions lists them all.");
    }
}
