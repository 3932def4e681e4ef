package io.customerroom.web.definitions;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.bridge.ContractBridge;
import io.customerroom.ledger.bridge.ContractBridges;
import io.customerroom.ledger.bridge.ContractFlow;
import io.customerroom.ledger.bridge.ContractSteps;
import io.customerroom.ledger.bridge.Side;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.definitions.ContractPreset;
import io.customerroom.ledger.definitions.ContractsDefinition;
import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.customers.NamesForReader;
import io.customerroom.web.customers.RowsForReader;
import io.customerroom.web.definitions.CompareController.Pair;
import io.customerroom.web.tables.RowsTable;
import io.customerroom.web.work.QueryDesk;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two versions of the rule for contracts side by side over the ledger on the walls, with the bridge in money and customers between them. */
@Controller
@RequestMapping("/definitions/compare/contracts")
final class ContractsCompareController {

    private static final int SHOWN = 500;

    private final Comparisons comparisons;
    private final ObjectProvider<Builds> builds;
    private final ObjectProvider<Questions> questions;
    private final QueryDesk desk;
    private final NamesForReader names;
    private final RowsForReader readers;
    private final CompanyFace company;

    ContractsCompareController(
            Comparisons comparisons,
            ObjectProvider<Builds> builds,
            ObjectProvider<Questions> questions,
            QueryDesk desk,
            NamesForReader names,
            RowsForReader readers,
            CompanyFace company) {
        this.comparisons = comparisons;
        this.builds = builds;
        this.questions = questions;
        this.desk = desk;
        this.names = names;
        this.readers = readers;
        this.company = company;
    }

    @GetMapping
    String compare(
            @RequestParam String one,
            @RequestParam String other,
            @RequestParam(defaultValue = "month") String by,
            @RequestParam(defaultValue = "") String period,
            Model model) {
        ContractsDefinition first = contracts(one);
        ContractsDefinition second = contracts(other);
        Build build = current();
        Period explained = explained(period, by, build);
        ContractBridge bridge = desk.ask(() -> bridges(build).between(first, second, explained));
        model.addAttribute("pair", new Pair(one, other, by, explained.name()));
        model.addAttribute("one", first);
        model.addAttribute("other", second);
        model.addAttribute("oneParts", DefinitionWords.parts(first));
        model.addAttribute("otherParts", DefinitionWords.parts(second));
        model.addAttribute("bridge", bridge);
        ContractSteps steps = desk.ask(() -> bridges(build).steps(first, second, explained));
        model.addAttribute("steps", steps);
        model.addAttribute("moved", moved(steps));
        model.addAttribute("systems", ContractPreset.values());
        model.addAttribute("explained", PeriodWords.of(explained));
        model.addAttribute("earlier", company.calendar().previous(explained).name());
        model.addAttribute("later", later(explained, build));
        model.addAttribute("currency", company.currency().getCurrencyCode());
        model.addAttribute("digits", Math.max(0, company.currency().getDefaultFractionDigits()));
        model.addAttribute("clocks", build.clocks());
        return "definitions/contracts";
    }

    /** The figures that a switch moves; the closing always. */
    private static List<String> moved(ContractSteps steps) {
        return ContractFlow.FIGURES.stream()
                .filter(figure -> figure.equals("closing")
                        || steps.steps().stream()
                                .anyMatch(step -> !step.moved().of(figure).none()))
                .toList();
    }

    /** The period after it; empty after the last. */
    private String later(Period explained, Build build) {
        CompanyCalendar calendar = company.calendar();
        Period next = calendar.periodOf(explained.grain(), explained.lastDay().plusDays(1));
        return next.startsOn().isAfter(build.clocks().through()) ? "" : next.name();
    }

    @GetMapping("/customers")
    String customers(
            @RequestParam String one,
            @RequestParam String other,
            @RequestParam String period,
            @RequestParam String movement,
            @RequestParam String side,
            Model model) {
        Build build = current();
        Rows all = customers(one, other, period, movement, side, build);
        RowsForReader.Kept<List<@Nullable Object>> seen = readers.of(all);
        Rows rows = new Rows(all.columns(), seen.shown());
        Rows shown = new Rows(rows.columns(), rows.rows().subList(0, Math.min(SHOWN, rows.size())));
        Period explained = company.calendar().parse(period);
        model.addAttribute("pair", new Pair(one, other, explained.grain().id(), period));
        model.addAttribute("explained", PeriodWords.of(explained));
        model.addAttribute("movement", movement);
        model.addAttribute(
                "what",
                switch (side(side)) {
                    case BOTH -> "by %s and by %s".formatted(one, other);
                    case ONE_ONLY -> "by %s alone".formatted(one);
                    case OTHER_ONLY -> "by %s alone".formatted(other);
                });
        model.addAttribute(
                "shown",
                "%d of %d customers. %s"
                        .formatted(shown.size(), rows.size(), seen.sentence())
                        .strip());
        model.addAttribute(
                "table",
                RowsTable.named(
                        RowsTable.view(
                                "One row per customer; what moved per month, %s, by the first and by the other version"
                                        .formatted(company.currency().getCurrencyCode()),
                                shown,
                                ""),
                        shown,
                        names.in(shown, build.clocks())));
        model.addAttribute(
                "csv",
                new Pair(one, other, explained.grain().id(), period)
                                .address("/definitions/compare/contracts/customers.csv")
                        + "&movement=" + movement + "&side=" + side(side).id());
        return "definitions/contract-customers";
    }

    @GetMapping("/customers.csv")
    ResponseEntity<byte[]> customersAsFile(
            @RequestParam String one,
            @RequestParam String other,
            @RequestParam String period,
            @RequestParam String movement,
            @RequestParam String side) {
        Rows all = customers(one, other, period, movement, side, current());
        return CompareController.file(
                RowsTable.csv(new Rows(all.columns(), readers.of(all).shown())),
                "contracts-%s-%s".formatted(movement, side(side).id()));
    }

    private Rows customers(String one, String other, String period, String movement, String side, Build build) {
        if (!ContractBridge.MOVEMENTS.contains(movement)) {
            throw Failure.yours(
                    "MOVEMENT_UNKNOWN", "There is no such movement.", "Use one of " + ContractBridge.MOVEMENTS + ".");
        }
        ContractsDefinition first = contracts(one);
        ContractsDefinition second = contracts(other);
        Period explained = company.calendar().parse(period);
        return desk.ask(() -> bridges(build).customers(first, second, explained, movement, side(side)));
    }

    private ContractBridges bridges(Build build) {
        return new ContractBridges(questions.getObject(), build);
    }

    private Build current() {
        return Optional.ofNullable(builds.getIfAvailable())
                .flatMap(Builds::current)
                .orElseThrow(() -> Failure.yours(
                        "LEDGER_NOT_FOUND", "No ledger has been built yet.", "Import data and build the ledger."));
    }

    private Period explained(String period, String by, Build build) {
        return period.isBlank()
                ? WallQuery.latestComplete(company.calendar(), Grain.of(by), build.clocks())
                : company.calendar().parse(period);
    }

    private ContractsDefinition contracts(String id) {
        Definition definition = comparisons.definition(id);
        if (definition instanceof ContractsDefinition contracts) {
            return contracts;
        }
        throw Failure.yours(
                "DEFINITIONS_NOT_ALIKE",
                "'%s' settles something else than contracts.".formatted(id),
                "Compare two versions of one rule.");
    }

    private static Side side(String id) {
        return Arrays.stream(Side.values())
                .filter(side -> side.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "SIDE_UNKNOWN",
                        "There is no such side.",
                        "Use one of " + List.of("both", "one-only", "other-only") + "."));
    }
}
