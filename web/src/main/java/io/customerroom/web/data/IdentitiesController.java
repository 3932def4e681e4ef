package io.customerroom.web.data;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.persons.CallBook.SourceId;
import io.customerroom.ledger.persons.LinkProposals;
import io.customerroom.ledger.persons.LinkProposals.Proposal;
import io.customerroom.ledger.persons.Names.Called;
import io.customerroom.ledger.typed.TypedLinks;
import io.customerroom.ledger.typed.TypedLinks.Pair;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.customers.NamesForReader;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.work.QueryDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Ids that may be one customer: a list to review, decided pair by pair, and taken back. Nothing is joined without a person, but what a rule that is marked certain
 * proposes may be joined at one stroke. Forms carry opaque keys; names and ids are for those who may read them.
 */
@Controller
@RequestMapping("/data/identities")
final class IdentitiesController {

    private final ObjectProvider<LinkProposals> proposals;
    private final ObjectProvider<TypedLinks> links;
    private final NamesForReader names;
    private final QueryDesk desk;
    private final ObjectProvider<Clock> clock;
    private final ZoneId zone;

    IdentitiesController(
            ObjectProvider<LinkProposals> proposals,
            ObjectProvider<TypedLinks> links,
            NamesForReader names,
            QueryDesk desk,
            ObjectProvider<Clock> clock,
            CompanyFace company) {
        this.proposals = proposals;
        this.links = links;
        this.names = names;
        this.desk = desk;
        this.clock = clock;
        this.zone = company.calendar().zone();
    }

    /** Two customers as the page prints them. */
    public record Line(String one, String oneCalled, String other, String otherCalled, String why, boolean certain) {}

    /** A decision as the page prints it. */
    public record Decision(String batch, String what, String by, String state, boolean undoable) {}

    @GetMapping
    String page(Model model) {
        List<Proposal> all = all();
        Map<CustomerId, Called> called = called(all);
        model.addAttribute("lines", all.stream().map(it -> line(it, called)).toList());
        model.addAttribute(
                "certain", all.stream().filter(it -> it.rule().certain()).count());
        model.addAttribute("most", LinkProposals.MOST);
        model.addAttribute("alike", LinkProposals.MOST_ALIKE);
        model.addAttribute("named", NamesForReader.allowed());
        model.addAttribute(
                "decisions",
                links.getObject().batches().stream().map(this::decision).toList());
        return "data/identities";
    }

    private List<Proposal> all() {
        return desk.ask(() -> proposals.getObject().all(today()));
    }

    /** Everything known by now. */
    private Clocks today() {
        Clock now = clock.getIfAvailable(Clock::systemUTC);
        return new Clocks(LocalDate.ofInstant(now.instant(), zone), now.instant());
    }

    private Map<CustomerId, Called> called(List<Proposal> all) {
        Set<CustomerId> customers = new TreeSet<>();
        for (Proposal proposal : all) {
            if (customers.size() + 2 <= io.customerroom.ledger.persons.Names.MOST) {
                customers.add(proposal.oneKey());
                customers.add(proposal.otherKey());
            }
        }
        return names.of(customers, today());
    }

    private static Line line(Proposal proposal, Map<CustomerId, Called> called) {
        return new Line(
                proposal.oneKey().toString(),
                words(proposal.oneKey(), proposal.one(), called),
                proposal.otherKey().toString(),
                words(proposal.otherKey(), proposal.other(), called),
                proposal.rule().same().words(),
                proposal.rule().certain());
    }

    private static String words(CustomerId key, SourceId id, Map<CustomerId, Called> called) {
        if (!NamesForReader.allowed()) {
            return key.toString();
        }
        Called known = called.get(key);
        String space = id.space().equals("customer") ? "" : " (" + id.space() + ")";
        String name = known == null ? "" : String.join(", ", known.names());
        return (name.isEmpty() ? "" : name + ", ") + "id " + id.id() + space;
    }

    private Decision decision(Receipt receipt) {
        return new Decision(
                receipt.batch(),
                receipt.file().notes().stream().findFirst().orElse("a link"),
                "%s, %s".formatted(receipt.author(), LocalDate.ofInstant(receipt.importedAt(), zone)),
                receipt.withdrawal()
                        .map(undone -> "taken back by %s: %s".formatted(undone.author(), undone.reason()))
                        .orElse("counts"),
                receipt.active());
    }

    @PostMapping("/decide")
    String decide(
            @RequestParam String one,
            @RequestParam String other,
            @RequestParam String decision,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            boolean linked = linked(decision);
            Proposal asked = all().stream()
                    .filter(it -> it.oneKey().toString().equals(one)
                            && it.otherKey().toString().equals(other))
                    .findFirst()
                    .orElseThrow(() -> Failure.yours(
                            "PROPOSAL_GONE",
                            "These two are not proposed any more.",
                            "Somebody has decided about them, or their data have changed."));
            Receipt receipt = links.getObject()
                    .enter(
                            Authors.of(request),
                            List.of(new Pair(asked.one(), asked.other())),
                            linked,
                            asked.rule().same().words());
            flash.addFlashAttribute("done", kept(linked, receipt));
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/data/identities";
    }

    @PostMapping("/certain")
    String certain(HttpServletRequest request, RedirectAttributes flash) {
        try {
            Map<List<String>, List<Pair>> spaces = all().stream()
                    .filter(it -> it.rule().certain())
                    .map(it -> new Pair(it.one(), it.other()))
                    .collect(Collectors.groupingBy(
                            pair -> List.of(pair.one().space(), pair.other().space()),
                            LinkedHashMap::new,
                            Collectors.toList()));
            int pairs = 0;
            for (List<Pair> alike : spaces.values()) {
                links.getObject().enter(Authors.of(request), alike, true, "a rule that is certain");
                pairs += alike.size();
            }
            flash.addFlashAttribute("done", "%d pairs are joined. The next ledger shows it.".formatted(pairs));
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/data/identities";
    }

    /** By hand: two ids as the files write them. */
    @PostMapping("/link")
    String link(
            @RequestParam String oneId,
            @RequestParam(defaultValue = "customer") String oneSpace,
            @RequestParam String otherId,
            @RequestParam(defaultValue = "customer") String otherSpace,
            @RequestParam String decision,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            boolean linked = linked(decision);
            Receipt receipt = links.getObject()
                    .enter(
                            Authors.of(request),
                            List.of(new Pair(id(oneSpace, oneId), id(otherSpace, otherId))),
                            linked,
                            "by hand");
            flash.addFlashAttribute("done", kept(linked, receipt));
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/data/identities";
    }

    @PostMapping("/undo")
    String undo(
            @RequestParam String batch,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            links.getObject().takeBack(Authors.of(request, reason), batch);
            flash.addFlashAttribute("done", "Taken back. The next ledger is as if it had never been said.");
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/data/identities";
    }

    private static SourceId id(String space, String id) {
        if (id.isBlank() || space.isBlank()) {
            throw Failure.yours(
                    "LINK_MISSING", "An id or its id space is empty.", "Type both as the files write them.");
        }
        return new SourceId(space.strip(), id.strip());
    }

    private static boolean linked(String decision) {
        return switch (decision) {
            case "one" -> true;
            case "two" -> false;
            default -> throw Failure.yours("DECISION_UNKNOWN", "This is no decision.", "Choose one customer, or two.");
        };
    }

    private static String kept(boolean linked, Receipt receipt) {
        return "Kept as batch %s: %s. The next ledger shows it."
                .formatted(receipt.batch(), linked ? "they are one customer" : "they are two customers");
    }
}
