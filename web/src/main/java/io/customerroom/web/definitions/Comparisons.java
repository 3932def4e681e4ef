package io.customerroom.web.definitions;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.bridge.Bridges;
import io.customerroom.ledger.bridge.DefinitionBridge;
import io.customerroom.ledger.bridge.Leavers;
import io.customerroom.ledger.bridge.Rival;
import io.customerroom.ledger.bridge.Side;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.definitions.ActivityDefinition;
import io.customerroom.ledger.definitions.ContractsDefinition;
import io.customerroom.ledger.definitions.CostRules;
import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.definitions.DepartureDefinition;
import io.customerroom.ledger.definitions.DesiredDefinition;
import io.customerroom.ledger.definitions.LoyaltyDefinition;
import io.customerroom.ledger.definitions.ReferralsDefinition;
import io.customerroom.ledger.definitions.TouchDefinition;
import io.customerroom.ledger.definitions.ValueDefinition;
import io.customerroom.ledger.definitions.WorthDefinition;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.definitions.Proposals;
import io.customerroom.web.work.QueryDesk;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Ledgers made by different rules over today's facts. A rule is named by its id ({@code activity@2}) or by the proposal that holds it
 * ({@code v3}); a ledger that is not there yet is made only where somebody asks for it.
 */
@Component
final class Comparisons {

    private final Workspace workspace;
    private final Proposals proposals;
    private final ObjectProvider<Builds> builds;
    private final ObjectProvider<Engine> engine;
    private final QueryDesk desk;

    Comparisons(
            Workspace workspace,
            Proposals proposals,
            ObjectProvider<Builds> builds,
            ObjectProvider<Engine> engine,
            QueryDesk desk) {
        this.workspace = workspace;
        this.proposals = proposals;
        this.builds = builds;
        this.engine = engine;
        this.desk = desk;
    }

    /** A rule with the definitions it is read among. */
    private record Ruled(Definition definition, Definitions among) {

        BuildRequest request() {
            return new BuildRequest(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(definition.card().id()));
        }
    }

    Definitions definitions() {
        return Definitions.load(workspace);
    }

    Definition definition(String id) {
        return ruled(id).definition();
    }

    /** The company's rules in force for today's ledger; the built-in ones before there is a ledger. */
    List<Definition> inForce() {
        Definitions all = definitions();
        LocalDate through = builds.getIfAvailable() == null
                ? LocalDate.MAX
                : builds.getObject()
                        .current()
                        .map(build -> build.clocks().through())
                        .orElse(LocalDate.MAX);
        return all.ofCompany(through);
    }

    /** The ledger by a rule, if it has been made. */
    Optional<Build> made(String id) {
        Ruled ruled = ruled(id);
        return builds.getObject().made(ruled.request(), ruled.among());
    }

    /** Makes the ledger by a rule; takes as long as a build. */
    Build make(String id, Authorship by) {
        Ruled ruled = ruled(id);
        return builds.getObject().at(ruled.request(), ruled.among(), by);
    }

    DefinitionBridge between(Build one, Build other, Grain grain, Optional<String> period) {
        return desk.ask(() -> bridges().between(one, other, grain, period));
    }

    Rows customers(Build one, Build other, Grain grain, String period, String figure, Side side) {
        return desk.ask(() -> bridges().customers(one, other, grain, period, figure, side));
    }

    /** One rule's count beside another's; empty where a ledger has not been made. */
    Optional<Rival> rival(Build facts, Definition base, Definition other, LocalDate from, LocalDate to) {
        return leavers(base)
                .flatMap(one -> leavers(other)
                        .map(two -> desk.ask(() -> bridges().rival(facts, one, other.card(), two, from, to))));
    }

    private Optional<Leavers> leavers(Definition definition) {
        return switch (definition) {
            case DepartureDefinition it -> Optional.of(new Leavers.ByDepartures(it.source()));
            case ActivityDefinition it -> made(it.card().id()).map(Leavers.ByLedger::new);
            case ContractsDefinition _,
                    CostRules _,
                    LoyaltyDefinition _,
                    ReferralsDefinition _,
                    DesiredDefinition _,
                    TouchDefinition _,
                    ValueDefinition _,
                    WorthDefinition _ -> Optional.empty();
        };
    }

    private Bridges bridges() {
        return new Bridges(engine.getObject());
    }

    private Ruled ruled(String id) {
        Definitions all = definitions();
        if (!id.matches("v\\d{1,9}")) {
            return new Ruled(all.require(id), all);
        }
        Definition proposed = proposals.require(id).definition();
        return all.find(proposed.card().id())
                .map(adopted -> new Ruled(adopted, all))
                .orElseGet(() -> new Ruled(proposed, all.and(proposed)));
    }
}
