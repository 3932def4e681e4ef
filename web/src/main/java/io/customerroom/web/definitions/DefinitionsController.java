package io.customerroom.web.definitions;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.definitions.DefinitionCard;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.room.definitions.Proposal;
import io.customerroom.room.definitions.Proposals;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Right;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.data.Jobs;
import io.customerroom.web.data.Jobs.Outcome;
import io.customerroom.web.definitions.DefinitionWords.Part;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The definitions of the company and its departments, and the way of a change: proposed, signed, adopted. */
@Controller
@RequestMapping("/definitions")
final class DefinitionsController {

    private final Comparisons comparisons;
    private final Proposals proposals;
    private final People people;
    private final ObjectProvider<Builds> builds;
    private final ObjectProvider<Receipts> receipts;
    private final LedgerStatus status;
    private final Jobs jobs;
    private final Clock clock;

    DefinitionsController(
            Comparisons comparisons,
            Proposals proposals,
            People people,
            ObjectProvider<Builds> builds,
            ObjectProvider<Receipts> receipts,
            LedgerStatus status,
            Jobs jobs,
            Clock clock) {
        this.comparisons = comparisons;
        this.proposals = proposals;
        this.people = people;
        this.builds = builds;
        this.receipts = receipts;
        this.status = status;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A definition as pages print it. */
    record Shown(Definition definition, String title, List<Part> parts) {

        static Shown of(Definition definition) {
            return new Shown(definition, DefinitionWords.title(definition), DefinitionWords.parts(definition));
        }
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal SignedIn who) {
        List<Definition> all = comparisons.definitions().all();
        ModelAndView page = new ModelAndView("definitions/definitions");
        page.addObject("inForce", comparisons.inForce().stream().map(Shown::of).toList());
        page.addObject(
                "versions",
                all.stream().filter(it -> it.card().ofCompany()).map(Shown::of).toList());
        page.addObject(
                "rivals",
                all.stream().filter(it -> !it.card().ofCompany()).map(Shown::of).toList());
        page.addObject(
                "comparable",
                all.stream()
                        .anyMatch(it -> it.ofLedger()
                                && it.card().ofCompany()
                                && it.card().version() > 1));
        page.addObject(
                "stateDesired", all.stream().noneMatch(it -> it.card().rule().equals("desired-customers")));
        comparisons.inForce().stream()
                .map(it -> it.card())
                .filter(card -> card.name().equals("cost-rules"))
                .findFirst()
                .ifPresent(card -> page.addObject("costRules", card.id()));
        page.addObject("proposals", proposals.all());
        page.addObject("names", names());
        page.addObject("mayPropose", mayPropose(who));
        return page;
    }

    /** @param from the definition or proposal the form begins from */
    @GetMapping("/new")
    ModelAndView form(@RequestParam(defaultValue = "activity") String name, @RequestParam Optional<String> from) {
        if (name.equals("lost") && from.isEmpty()) {
            return form(
                    new DefinitionForm(
                            "lost",
                            "",
                            List.of(),
                            Map.of("valid-from", firstLeft().toString())),
                    Optional.empty());
        }
        if (name.equals("desired-customers")
                && from.isEmpty()
                && comparisons.inForce().stream()
                        .noneMatch(it -> it.card().name().equals(name))) {
            return form(
                    new DefinitionForm(name, "", List.of(), Map.of("valid-from", LocalDate.EPOCH.toString())),
                    Optional.empty());
        }
        Definition begin = from.map(comparisons::definition)
                .orElseGet(() -> comparisons.inForce().stream()
                        .filter(it -> it.card().name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Failure.yours(
                                "DEFINITION_UNKNOWN",
                                "There is no rule called '%s'.".formatted(name),
                                "Open Definitions.")));
        return form(DefinitionForm.from(begin, lastDay().toString()), Optional.empty());
    }

    /** The last day of today's ledger: valid from there, an adopted rule stands on the walls at once. */
    private LocalDate lastDay() {
        return status.shown().map(it -> it.clocks().through()).orElseGet(() -> LocalDate.now(clock));
    }

    /** The first day on which any source knows of somebody who left: valid from there, a department's rule counts all it can. */
    private LocalDate firstLeft() {
        return receipts.stream()
                .flatMap(it -> it.all().stream())
                .filter(receipt -> receipt.active() && receipt.kind() == FactKind.DEPARTURE)
                .flatMap(receipt -> receipt.span().stream())
                .map(Receipt.Span::firstOn)
                .min(Comparator.naturalOrder())
                .orElseGet(this::lastDay);
    }

    private ModelAndView form(DefinitionForm form, Optional<Problem> problem) {
        ModelAndView page = new ModelAndView("definitions/form");
        page.addObject("form", form);
        problem.ifPresent(it -> {
            page.addObject("problem", it);
            page.setStatus(HttpStatus.BAD_REQUEST);
        });
        return page;
    }

    @PostMapping("/proposals")
    ModelAndView propose(
            @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, RedirectAttributes flash) {
        DefinitionForm form = DefinitionForm.of(typed);
        try {
            Definitions all = comparisons.definitions();
            Proposal proposal = proposals.propose(Authors.of(request), form.definition(all));
            flash.addFlashAttribute("done", "It is proposed. Nothing changes until it is signed and adopted.");
            return new ModelAndView("redirect:/definitions/proposals/" + proposal.id());
        } catch (Failure refused) {
            return form(form, Optional.of(Problem.of(refused)));
        }
    }

    @GetMapping("/proposals/{id}")
    ModelAndView proposal(@PathVariable String id, @AuthenticationPrincipal SignedIn who) {
        Proposal proposal = proposals.require(id);
        ModelAndView page = new ModelAndView("definitions/proposal");
        page.addObject("proposal", proposal);
        page.addObject("shown", Shown.of(proposal.definition()));
        page.addObject("names", names());
        page.addObject("leaders", leaders(proposal));
        page.addObject("against", against(proposal));
        page.addObject(
                "maySign",
                proposal.open()
                        && who.may(Right.SIGN)
                        && !proposal.by().equals(who.name())
                        && !proposal.signedBy(who.name()));
        page.addObject(
                "mayAdopt",
                proposal.open()
                        && who.may(Right.HOLD_MEETINGS)
                        && !proposal.signatures().isEmpty());
        page.addObject("mayWithdraw", proposal.open() && mayWithdraw(proposal, who));
        page.addObject("mayPropose", mayPropose(who));
        return page;
    }

    /** The id the proposal is compared with: the company's rule of the same name that is in force. */
    private String against(Proposal proposal) {
        String of = proposal.definition().card().name();
        String name = of.equals("lost") ? "activity" : of; // a department's departures stand beside the activity
        return comparisons.inForce().stream()
                .map(it -> it.card())
                .filter(card -> card.name().equals(name))
                .findFirst()
                .or(() -> comparisons.inForce().stream().map(it -> it.card()).findFirst())
                .orElseThrow()
                .id();
    }

    @PostMapping("/proposals/{id}/sign")
    ModelAndView sign(
            @PathVariable String id,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(id, who, flash, "You have signed it.", () -> proposals.sign(Authors.of(request), id));
    }

    @PostMapping("/proposals/{id}/withdraw")
    ModelAndView withdraw(
            @PathVariable String id,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(id, who, flash, "It is withdrawn.", () -> {
            if (!mayWithdraw(proposals.require(id), who)) {
                throw Failure.yours(
                        "PROPOSAL_OF_ANOTHER",
                        "Somebody else proposed this.",
                        "Ask them, or a facilitator, to withdraw it.");
            }
            proposals.withdraw(Authors.of(request, reason), id);
        });
    }

    /** Adopts it and builds the ledger anew, so that the walls show it. */
    @PostMapping("/proposals/{id}/adopt")
    ModelAndView adopt(
            @PathVariable String id,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Authorship by = Authors.of(request);
        ModelAndView refused = doing(id, who, flash, "It is adopted.", () -> proposals.adopt(by, id));
        if (proposals.require(id).open() || builds.getIfAvailable() == null) {
            return refused;
        }
        String job = jobs.begin("Ledger with the adopted definition", progress -> {
            Build build = builds.getObject().at(BuildRequest.standard(), by);
            status.look();
            return new Outcome(adopted(proposals.require(id).definition().card(), build), "/walls/1", "Open wall 1");
        });
        return new ModelAndView("redirect:/definitions/jobs/" + job);
    }

    private static String adopted(DefinitionCard card, Build build) {
        String stands = "The ledger stands with %s.".formatted(build.definitions());
        if (card.name().equals("contracts")) {
            return "Questions about contracts are settled by %s from %s on; the ledger is the same."
                    .formatted(card.id(), card.validFrom());
        }
        if (card.name().equals("worth")) {
            return "What customers are worth is told by %s from %s on; the ledger is the same."
                    .formatted(card.id(), card.validFrom());
        }
        return card.ofCompany() && card.validFrom().isAfter(build.clocks().through())
                ? "%s %s is valid from %s; today's ledger reaches through %s, so the walls change when it gets there."
                        .formatted(
                                stands,
                                card.id(),
                                card.validFrom(),
                                build.clocks().through())
                : stands;
    }

    private ModelAndView doing(String id, SignedIn who, RedirectAttributes flash, String done, Runnable verb) {
        try {
            verb.run();
            flash.addFlashAttribute("done", done);
            return new ModelAndView("redirect:/definitions/proposals/" + id);
        } catch (Failure refused) {
            Problem problem = Problem.of(refused);
            ModelAndView page = proposal(id, who);
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("problem", problem);
            return page;
        }
    }

    private static boolean mayPropose(SignedIn who) {
        return who.may(Right.IMPORT) || who.may(Right.ANSWER);
    }

    private static boolean mayWithdraw(Proposal proposal, SignedIn who) {
        return proposal.by().equals(who.name()) || who.may(Right.HOLD_MEETINGS);
    }

    /** Who could sign: open accounts that may answer, other than its author's. */
    private long leaders(Proposal proposal) {
        return people.all().stream()
                .filter(account -> !account.closed()
                        && account.role().may(Right.SIGN)
                        && !account.name().equals(proposal.by()))
                .count();
    }

    private Map<String, String> names() {
        return people.all().stream().collect(Collectors.toMap(Account::name, Account::displayName));
    }
}
