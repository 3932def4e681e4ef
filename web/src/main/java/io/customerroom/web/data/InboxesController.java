package io.customerroom.web.data;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.imports.events.EventInbox;
import io.customerroom.ledger.imports.events.EventInbox.Result;
import io.customerroom.ledger.imports.folders.FolderInbox;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.data.Jobs.Outcome;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What other systems send by themselves: events over HTTP, and files in watched folders. */
@Controller
final class InboxesController {

    private static final int LOTS = 50;

    private final ObjectProvider<EventInbox> events;
    private final ObjectProvider<FolderInbox> folders;
    private final ObjectProvider<Imports> imports;
    private final Jobs jobs;
    private final CompanyCalendar calendar;

    InboxesController(
            ObjectProvider<EventInbox> events,
            ObjectProvider<FolderInbox> folders,
            ObjectProvider<Imports> imports,
            Jobs jobs,
            CompanyFace company) {
        this.events = events;
        this.folders = folders;
        this.imports = imports;
        this.jobs = jobs;
        this.calendar = company.calendar();
    }

    /** How many events were answered in one way. */
    public record AnswerLine(String answer, String means, String today, String month) {}

    /**
     * Events that became one batch, or wait to.
     *
     * @param aside rows of the batch that were set aside; empty where there are none
     */
    public record LotLine(
            String lot,
            String mapping,
            String events,
            String last,
            String batch,
            String aside,
            String problem,
            String nextStep) {}

    @GetMapping("/data/events")
    String events(HttpServletRequest request, Model model) {
        EventInbox.Standing standing = events.getObject().standing(LOTS);
        Map<String, Receipt> receipts =
                imports.getObject().batches().stream().collect(Collectors.toMap(Receipt::batch, Function.identity()));
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/api/v1/events/batch")
                        .toUriString());
        try {
            model.addAttribute("rules", events.getObject().rules());
        } catch (Failure failure) {
            model.addAttribute("rules", List.of());
            model.addAttribute("unruled", Problem.of(failure));
        }
        model.addAttribute("waiting", Numbers.whole(standing.waiting()));
        model.addAttribute("waits", standing.waiting() > 0);
        model.addAttribute("oldest", DatabaseLine.moment(standing.oldest(), calendar));
        model.addAttribute(
                "answers",
                Arrays.stream(Result.values())
                        .map(result -> new AnswerLine(
                                result.id(),
                                meaning(result),
                                Numbers.whole(standing.today().getOrDefault(result, 0L)),
                                Numbers.whole(standing.month().getOrDefault(result, 0L))))
                        .toList());
        model.addAttribute(
                "lots",
                standing.lots().stream()
                        .map(lot -> line(lot, lot.batch().map(receipts::get)))
                        .toList());
        return "data/events";
    }

    private static String meaning(Result result) {
        return switch (result) {
            case ACCEPTED -> "kept, and a row of a batch within some minutes";
            case DUPLICATE -> "was here before, told by its messageId: nothing came of it";
            case PASSED_OVER -> "no rule says what it means: not kept";
            case REFUSED -> "no event; the answer said why";
        };
    }

    private LotLine line(EventInbox.Lot lot, Optional<Receipt> receipt) {
        return new LotLine(
                Long.toString(lot.lot()),
                lot.mapping(),
                Numbers.whole(lot.events()),
                DatabaseLine.moment(lot.lastAt(), calendar),
                lot.batch().orElse(""),
                receipt.filter(it -> it.counts().unread() > 0)
                        .map(it -> Numbers.whole(it.counts().unread()))
                        .orElse(""),
                lot.problem().map(it -> String.valueOf(it.getMessage())).orElse(""),
                lot.problem().map(Failure::nextStep).orElse(""));
    }

    /** Without waiting for the next round. */
    @PostMapping("/data/events/import")
    String importNow(HttpServletRequest request) {
        Authorship by = Authors.of(request);
        String job = jobs.begin("Import of events", progress -> {
            EventInbox.Drained drained = events.getObject().drain(by);
            return new Outcome(
                    "%s came of what had arrived; %s could not be imported and waits."
                            .formatted(
                                    drained.receipts().size() == 1
                                            ? "One batch"
                                            : drained.receipts().size() + " batches",
                                    Numbers.counted(drained.failures().size(), "lot")),
                    "/data/events",
                    "To the events");
        });
        return "redirect:/data/jobs/" + job;
    }

    /** A watched folder as the page prints it. */
    public record FolderLine(
            String folder,
            String files,
            String mapping,
            boolean there,
            String processed,
            List<WaitingLine> waiting,
            List<FolderInbox.Refused> refused) {}

    /** A file that waits, and when it is tried again. */
    public record WaitingLine(String file, String again, String why) {}

    @GetMapping("/data/folders")
    String folders(Model model) {
        try {
            model.addAttribute(
                    "folders",
                    folders.getObject().standing().stream().map(this::line).toList());
        } catch (Failure failure) {
            model.addAttribute("folders", List.of());
            model.addAttribute("problem", Problem.of(failure));
        }
        return "data/folders";
    }

    private FolderLine line(FolderInbox.Standing standing) {
        return new FolderLine(
                standing.folder().folder().toString(),
                standing.folder().files(),
                standing.folder().mapping(),
                standing.there(),
                Numbers.whole(standing.processed()),
                standing.waiting().stream()
                        .map(file -> new WaitingLine(
                                file.file(),
                                file.again()
                                        .map(at -> "tried %s in vain; again at %s"
                                                .formatted(
                                                        file.tries() == 1 ? "once" : file.tries() + " times",
                                                        DatabaseLine.moment(Optional.of(at), calendar)))
                                        .orElse("is taken when it has come to rest"),
                                file.why()))
                        .toList(),
                standing.refused());
    }
}
