package io.customerroom.app.cli;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.bridge.Bridges;
import io.customerroom.ledger.bridge.ContractBridges;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.definitions.ContractsDefinition;
import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.walls.reading.WallQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "definitions",
        description = "Lists the rules and their versions, or one; 'compare' puts two side by side.",
        sortOptions = false,
        subcommands = DefinitionsVerb.Compare.class)
final class DefinitionsVerb extends Verb {

    @Parameters(paramLabel = "D@V", arity = "0..1", description = "The definition that is wanted: activity@2.")
    private Optional<String> id = Optional.empty();

    @Option(names = "--format", paramLabel = "F", description = "table (default), json or csv.")
    private String format = "table";

    @Override
    void perform() {
        AnswerFormat wanted = AnswerFormat.named(format);
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            Definitions all = Definitions.load(bench.workspace());
            List<Definition> asked = id.map(it -> List.of(all.require(it))).orElseGet(all::all);
            DefinitionsText text = new DefinitionsText(asked, inForce(all, bench));
            console().out().print(id.isPresent() ? text.one(wanted) : text.list(wanted));
        }
    }

    /** Those of the ledger on the walls; before there is one, those of today. */
    private static List<Definition> inForce(Definitions all, Workbench bench) {
        LocalDate through = bench.builds()
                .current()
                .map(build -> build.clocks().through())
                .orElseGet(() -> LocalDate.now(
                        bench.clock().withZone(bench.settings().calendar().zone())));
        return all.ofCompany(through);
    }

    /** The bridge between two ledgers that differ by the rule alone; whichever is missing is built first, the one in force stays. */
    @Command(
            name = "compare",
            description = "Explains, customer by customer, how two definitions count today's facts differently.",
            sortOptions = false)
    static final class Compare extends Verb {

        @Parameters(index = "0", paramLabel = "D@V", description = "The first definition: activity@1.")
        private String one = "";

        @Parameters(index = "1", paramLabel = "D@V", description = "The other: activity@2.")
        private String other = "";

        @Option(
                names = "--period",
                paramLabel = "P",
                description = "2026-03, 2026-Q1, 2026, FY2026-Q1 or FY2026; without it the last month that is over.")
        private Optional<String> period = Optional.empty();

        @Option(names = "--format", paramLabel = "F", description = "table (default), json or csv.")
        private String format = "table";

        @Override
        void perform() {
            AnswerFormat wanted = AnswerFormat.named(format);
            try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
                Definitions all = Definitions.load(bench.workspace());
                if (all.require(one) instanceof ContractsDefinition first
                        && all.require(other) instanceof ContractsDefinition second) {
                    console().out().print(contracts(bench, first, second).in(wanted));
                    return;
                }
                requireLedger(all.require(one));
                requireLedger(all.require(other));
                Optional<Period> asked = period.map(bench.settings().calendar()::parse);
                Build left = build(bench, one);
                Build right = build(bench, other);
                BridgeText text = new BridgeText(
                        one,
                        other,
                        left.clocks(),
                        new Bridges(bench.engine())
                                .between(
                                        left,
                                        right,
                                        asked.map(Period::grain).orElse(Grain.MONTH),
                                        asked.map(Period::name)));
                console().out().print(text.in(wanted));
            }
        }

        /** Two answers over the ledger in force; a missing ledger is built first. */
        private ContractBridgeText contracts(Workbench bench, ContractsDefinition first, ContractsDefinition second) {
            Build build =
                    Asked.build(room(), bench, one, new BuildRequest(Optional.empty(), Optional.empty(), List.of()));
            CompanyCalendar calendar = bench.settings().calendar();
            Period explained = period.map(calendar::parse)
                    .orElseGet(() -> WallQuery.latestComplete(calendar, Grain.MONTH, build.clocks()));
            ContractBridges bridges = new ContractBridges(bench.question("recurring-value"), build);
            return new ContractBridgeText(
                    bridges.between(first, second, explained),
                    bridges.steps(first, second, explained),
                    build.clocks(),
                    bench.settings().currency().getCurrencyCode());
        }

        private Build build(Workbench bench, String id) {
            return Asked.build(room(), bench, id, new BuildRequest(Optional.empty(), Optional.empty(), List.of(id)));
        }

        private static void requireLedger(Definition definition) {
            if (definition instanceof ContractsDefinition) {
                throw Failure.yours(
                        "DEFINITIONS_NOT_ALIKE",
                        "'%s' settles questions about contracts, and the other one something else."
                                .formatted(definition.card().id()),
                        "Compare two versions of one rule; contracts/as-maxio@1 and its like count as other systems do.");
            }
            if (!definition.ofLedger()) {
                throw Failure.yours(
                        "DEFINITION_WITHOUT_LEDGER",
                        "'%s' makes no ledger of its own."
                                .formatted(definition.card().id()),
                        "Its count stands beside the company's in the browser: of leavers under Definitions, of desired customers on wall 1.");
            }
        }
    }
}
