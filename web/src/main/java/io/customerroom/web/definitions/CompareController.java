package io.customerroom.web.definitions;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Csv;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.bridge.BridgeLine;
import io.customerroom.ledger.bridge.DefinitionBridge;
import io.customerroom.ledger.bridge.PeriodPair;
import io.customerroom.ledger.bridge.Rival;
import io.customerroom.ledger.bridge.Side;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.definitions.ActivityDefinition;
import io.customerroom.ledger.definitions.ContractsDefinition;
import io.customerroom.ledger.definitions.CostRules;
import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.definitions.DepartureDefinition;
import io.customerroom.ledger.definitions.DesiredDefinition;
import io.customerroom.ledger.definitions.TouchDefinition;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.room.people.Right;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.customers.NamesForReader;
import io.customerroom.web.customers.RowsForReader;
import io.customerroom.web.data.Jobs;
import io.customerroom.web.data.Jobs.Outcome;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.SignedIn;
import io.customerroom.web.tables.RowsTable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Two rules side by side with the bridge between them, and the rules of departments beside the company's. */
@Controller
@RequestMapping("/definitions")
public final class CompareController {

    private static final int SHOWN = 500;
    private static final int PERIODS = 24;

    private final Comparisons comparisons;
    private final Jobs jobs;
    private final NamesForReader names;
    private final RowsForReader readers;
    private final CompanyCalendar calendar;

    CompareController(
            Comparisons comparisons, Jobs jobs, NamesForReader names, RowsForReader readers, CompanyFace company) {
        this.readers = readers;
        this.comparisons = comparisons;
        this.jobs = jobs;
        this.names = names;
        this.calendar = company.calendar();
    }

    /** Which two rules, in which grain and period. */
    public record Pair(String one, String other, String by, String period) {

        Grain grain() {
            return Grain.of(by);
        }

        Optional<String> explained() {
            return Optional.of(period).filter(it -> !it.isEmpty());
        }

        public String address(String path) {
            return UriComponentsBuilder.fromPath(path)
                    .queryParam("one", "{one}")
                    .queryParam("other", "{other}")
                    .queryParam("by", "{by}")
                    .queryParam("period", "{period}")
                    .encode()
                    .buildAndExpand(one, other, by, period)
                    .toUriString();
        }
    }

    /** A rival rule as the page prints it; without figures where its ledger has not been made. */
    record RivalLine(Definition definition, String words, Optional<Rival> rival) {}

    /** Whether the reader may have a missing ledger made, as the table of routes says. */
    @ModelAttribute("mayCompute")
    boolean mayCompute(@AuthenticationPrincipal SignedIn who) {
        return who.may(Right.IMPORT) || who.may(Right.ANSWER);
    }

    @GetMapping("/compare")
    String compare(
            @RequestParam String one,
            @RequestParam String other,
            @RequestParam(defaultValue = "month") String by,
            @RequestParam(defaultValue = "") String period,
            Model model) {
        Pair pair = new Pair(one, other, by, period);
        Definition first = comparisons.definition(one);
        Definition second = comparisons.definition(other);
        if (first instanceof ContractsDefinition || second instanceof ContractsDefinition) {
            return "redirect:" + pair.address("/definitions/compare/contracts");
        }
        if (first instanceof DesiredDefinition || second instanceof DesiredDefinition) {
            return "redirect:/walls/1/came"; // where every version stands with its count
        }
        if (first instanceof TouchDefinition || second instanceof TouchDefinition) {
            return "redirect:/walls/1/best";
        }
        model.addAttribute("pair", pair);
        model.addAttribute("one", first);
        model.addAttribute("other", second);
        model.addAttribute("oneParts", DefinitionWords.parts(first));
        model.addAttribute("otherParts", DefinitionWords.parts(second));
        model.addAttribute(
                "grains", Arrays.stream(Grain.values()).map(Grain::id).toList());
        Optional<Build> left = comparisons.made(one);
        Optional<Build> right = comparisons.made(other);
        model.addAttribute("ready", left.isPresent() && right.isPresent());
        model.addAttribute("aboutCosts", first instanceof CostRules || second instanceof CostRules);
        if (left.isPresent() && right.isPresent()) {
            DefinitionBridge bridge = comparisons.between(left.get(), right.get(), pair.grain(), pair.explained());
            List<PeriodPair> newest = bridge.periods().reversed();
            List<PeriodPair> shown = newest.subList(0, Math.min(PERIODS, newest.size()));
            model.addAttribute("bridge", bridge);
            model.addAttribute("periods", shown);
            model.addAttribute("periodsShown", "%d of %d periods, newest first".formatted(shown.size(), newest.size()));
            model.addAttribute("explained", words(bridge.period()));
            model.addAttribute("clocks", left.get().clocks());
        }
        return "definitions/compare";
    }

    /** Makes whichever of the two ledgers is missing. */
    @PostMapping("/compute")
    String compute(
            @RequestParam String one,
            @RequestParam String other,
            @RequestParam(defaultValue = "month") String by,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        Pair pair = new Pair(one, other, by, period);
        Authorship author = Authors.of(request);
        String title = "Ledgers by %s and %s"
                .formatted(
                        comparisons.definition(one).card().id(),
                        comparisons.definition(other).card().id());
        String next = back.equals("departments") ? "/definitions/departments" : pair.address("/definitions/compare");
        String job = jobs.begin(title, progress -> {
            comparisons.make(one, author);
            progress.reached(1, 2, 0);
            comparisons.make(other, author);
            return new Outcome("Both ledgers stand over the same facts.", next, "See them side by side");
        });
        return "redirect:/definitions/jobs/" + job;
    }

    @GetMapping("/jobs/{id}")
    String job(@PathVariable String id, Model model, HttpServletResponse response) {
        Jobs.Job job = jobs.job(id);
        if (job.running()) {
            response.setHeader("Refresh", "1");
        }
        model.addAttribute("job", job);
        model.addAttribute("above", "/definitions");
        model.addAttribute("aboveLabel", "Definitions");
        return "data/job";
    }

    @GetMapping("/compare.csv")
    ResponseEntity<byte[]> compareAsFile(
            @RequestParam String one,
            @RequestParam String other,
            @RequestParam(defaultValue = "month") String by,
            @RequestParam(defaultValue = "") String period) {
        Pair pair = new Pair(one, other, by, period);
        DefinitionBridge bridge = comparisons.between(required(one), required(other), pair.grain(), pair.explained());
        List<List<String>> rows = new ArrayList<>();
        for (PeriodPair it : bridge.periods()) {
            rows.add(flow(it.period(), bridge.one(), it.one()));
            rows.add(flow(it.period(), bridge.other(), it.other()));
        }
        String csv = Csv.of(
                List.of("period", "definitions", "opening", "gained", "regained", "lost", "closing", "value"), rows);
        return file(csv, "definitions-%s".formatted(pair.by()));
    }

    @GetMapping("/compare/customers")
    String customers(
            @RequestParam String one,
            @RequestParam String other,
            @RequestParam(defaultValue = "month") String by,
            @RequestParam String period,
            @RequestParam String figure,
            @RequestParam String side,
            Model model) {
        Pair pair = new Pair(one, other, by, period);
        Build left = required(one);
        Rows all = comparisons.customers(left, required(other), pair.grain(), period, figure(figure), side(side));
        RowsForReader.Kept<List<@Nullable Object>> seen = readers.of(all);
        Rows rows = new Rows(all.columns(), seen.shown());
        Rows shown = new Rows(rows.columns(), rows.rows().subList(0, Math.min(SHOWN, rows.size())));
        model.addAttribute("pair", pair);
        model.addAttribute("explained", words(period));
        model.addAttribute("what", sideWords(figure, side(side), one, other));
        model.addAttribute(
                "shown",
                "%d of %d customers. %s"
                        .formatted(shown.size(), rows.size(), seen.sentence())
                        .strip());
        model.addAttribute(
                "table",
                RowsTable.named(
                        RowsTable.view("One row per customer, with its state under both rules", shown, ""),
                        shown,
                        names.in(shown, left.clocks())));
        model.addAttribute(
                "csv",
                pair.address("/definitions/compare/customers.csv") + "&figure=" + figure + "&side="
                        + side(side).id());
        return "definitions/customers";
    }

    @GetMapping("/compare/customers.csv")
    ResponseEntity<byte[]> customersAsFile(
            @RequestParam String one,
            @RequestParam String other,
            @RequestParam(defaultValue = "month") String by,
            @RequestParam String period,
            @RequestParam String figure,
            @RequestParam String side) {
        Rows all =
                comparisons.customers(required(one), required(other), Grain.of(by), period, figure(figure), side(side));
        Rows rows = new Rows(all.columns(), readers.of(all).shown());
        return file(
                RowsTable.csv(rows),
                "definitions-%s-%s".formatted(figure(figure), side(side).id()));
    }

    /** @param beside the rule the others are held against; empty: the company's in force */
    @GetMapping("/departments")
    String departments(
            @RequestParam(defaultValue = "") String beside,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Model model) {
        Definition company = comparisons.inForce().getFirst();
        Definition base = beside.isBlank() ? company : comparisons.definition(beside);
        Optional<Build> build = comparisons.made(company.card().id());
        model.addAttribute("company", company);
        model.addAttribute("base", base);
        model.addAttribute("ready", build.isPresent());
        if (build.isPresent()) {
            LocalDate last = to.isBlank() ? build.get().clocks().through() : day(to);
            LocalDate first = from.isBlank() ? last.minusYears(1).plusDays(1) : day(from);
            List<Definition> rules = new ArrayList<>(comparisons.definitions().all().stream()
                    .filter(it -> !it.card().ofCompany()
                            && (it instanceof ActivityDefinition || it instanceof DepartureDefinition))
                    .toList());
            rules.addFirst(company);
            List<RivalLine> lines = rules.stream()
                    .filter(it -> !it.equals(base))
                    .map(it -> new RivalLine(
                            it,
                            DefinitionWords.parts(it).getFirst().words(),
                            comparisons.rival(build.get(), base, it, first, last)))
                    .toList();
            model.addAttribute("from", first);
            model.addAttribute("to", last);
            model.addAttribute("rules", rules);
            model.addAttribute("lines", lines);
            model.addAttribute(
                    "own",
                    lines.stream()
                            .flatMap(line -> line.rival().stream())
                            .mapToLong(rival -> rival.both() + rival.baseOnly())
                            .findFirst()
                            .orElse(-1));
        }
        return "definitions/departments";
    }

    private Build required(String id) {
        return comparisons
                .made(id)
                .orElseThrow(() -> Failure.yours(
                        "LEDGER_NOT_FOUND",
                        "No ledger has been made by %s yet.".formatted(id),
                        "Open the comparison and let it be made."));
    }

    private String words(String period) {
        Period known = calendar.parse(period);
        return PeriodWords.of(known);
    }

    private static String sideWords(String figure, Side side, String one, String other) {
        return switch (side) {
            case BOTH -> "%s by %s and by %s".formatted(figure, one, other);
            case ONE_ONLY -> "%s by %s alone".formatted(figure, one);
            case OTHER_ONLY -> "%s by %s alone".formatted(figure, other);
        };
    }

    private static List<String> flow(String period, String definitions, PeriodPair.Flow flow) {
        return List.of(
                period,
                definitions,
                Long.toString(flow.opening()),
                Long.toString(flow.gained()),
                Long.toString(flow.regained()),
                Long.toString(flow.lost()),
                Long.toString(flow.closing()),
                flow.value().toPlainString());
    }

    private static String figure(String figure) {
        if (!BridgeLine.FIGURES.contains(figure)) {
            throw Failure.yours("FIGURE_UNKNOWN", "There is no such figure.", "Use one of " + BridgeLine.FIGURES + ".");
        }
        return figure;
    }

    private static Side side(String id) {
        return Arrays.stream(Side.values())
                .filter(side -> side.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Failure.yours("SIDE_UNKNOWN", "There is no such side.", "Use both, one-only or other-only."));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw Failure.yours("DAY_MALFORMED", "This is not a day.", "Write it as 2026-06-30.");
        }
    }

    static ResponseEntity<byte[]> file(String csv, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(name))
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }
}
