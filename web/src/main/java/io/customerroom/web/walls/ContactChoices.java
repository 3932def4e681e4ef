package io.customerroom.web.walls;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.MinimumStandard;
import io.customerroom.ledger.metrics.MinimumStandard.Direction;
import io.customerroom.ledger.metrics.Standards.Edited;
import io.customerroom.room.Boards;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.operations.ContactBook;
import io.customerroom.walls.operations.ContactKind;
import io.customerroom.walls.operations.Priority;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.work.QueryDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inventory of contacts with its evidence, the vote, and the choice of at most fifteen; standards and remarks of one contact. */
@Controller
final class ContactChoices {

    private final ObjectProvider<Boards> boards;
    private final WallComposers composers;
    private final QueryDesk desk;
    private final Views views;

    ContactChoices(ObjectProvider<Boards> boards, WallComposers composers, QueryDesk desk, Views views) {
        this.boards = boards;
        this.composers = composers;
        this.desk = desk;
        this.views = views;
    }

    /** A contact as the page prints it. */
    public record Line(String contact, String href, Map<String, String> shown, boolean mine, boolean chosen) {}

    @GetMapping("/contacts")
    String inventory(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        WallQuery query = views.of(parameters);
        Exhibit inventory = desk.ask(() -> composers.operations().inventory(query));
        ContactBook book = BoardsOf.contacts(boards);
        Set<String> mine = boards.stream()
                .findFirst()
                .map(board -> board.contacts().votesOf(Objects.requireNonNullElse(request.getRemoteUser(), "")))
                .orElse(Set.of());
        List<Priority> chosen = book.chosen();
        model.addAttribute("inventory", inventory);
        model.addAttribute("period", PeriodWords.of(query));
        model.addAttribute("lines", lines(inventory.table(), query, mine, chosen));
        model.addAttribute("chosen", chosen);
        model.addAttribute("full", chosen.size() >= ContactBook.MOST);
        model.addAttribute("most", ContactBook.MOST);
        model.addAttribute("votesLeft", ContactBook.MOST - mine.size());
        Rights.add(request, model);
        model.addAttribute("kinds", ContactKind.values());
        return "contacts";
    }

    private static List<Line> lines(Table table, WallQuery query, Set<String> mine, List<Priority> chosen) {
        List<Line> lines = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Map<String, String> shown = new LinkedHashMap<>();
            for (int i = 0; i < table.columns().size(); i++) {
                Table.Column column = table.columns().get(i);
                shown.put(column.name(), column.shown(row.values().get(i)));
            }
            String contact = shown.getOrDefault("contact", "");
            lines.add(new Line(
                    contact,
                    WallAddress.contact(contact, query),
                    shown,
                    mine.contains(contact),
                    chosen.stream().anyMatch(one -> one.contact().equals(contact))));
        }
        return lines;
    }

    @PostMapping("/contacts/vote")
    String vote(
            @RequestParam String contact,
            @RequestParam boolean given,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing("/contacts", flash, given ? "Your vote is noted." : "Your vote is taken back.", () -> {
            if (given) {
                room().contacts().vote(Authors.of(request), contact);
            } else {
                room().contacts().unvote(Authors.of(request), contact);
            }
        });
    }

    @PostMapping("/contacts/add")
    String add(
            @RequestParam String contact,
            @RequestParam String stage,
            @RequestParam String words,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                "/contacts",
                flash,
                "The contact is in the inventory.",
                () -> room().contacts().add(Authors.of(request), contact, stage, words));
    }

    @PostMapping("/contacts/choose")
    String choose(
            @RequestParam String contact,
            @RequestParam String kind,
            @RequestParam String stage,
            @RequestParam String owner,
            @RequestParam(defaultValue = "") String retiring,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                "/contacts",
                flash,
                "It hangs on wall 3 now.",
                () -> room().contacts()
                        .choose(
                                Authors.of(request, reason),
                                new Priority(contact, ContactKind.of(kind), stage, owner),
                                Optional.of(retiring.strip()).filter(name -> !name.isEmpty())));
    }

    @PostMapping("/contacts/retire")
    String retire(
            @RequestParam String contact,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                "/contacts",
                flash,
                "The contact has retired.",
                () -> room().contacts().retire(Authors.of(request, reason), contact));
    }

    @PostMapping("/contacts/standards")
    String standard(@RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes flash) {
        String contact = typed.getOrDefault("contact", "");
        return doing(
                page(contact),
                flash,
                "The standard is set.",
                () -> room().standards()
                        .set(
                                Authors.of(request, typed.getOrDefault("reason", "")),
                                contact,
                                typed.getOrDefault("measure", ""),
                                new Edited(
                                        new MinimumStandard(
                                                number(typed.get("standard"), "\\d{1,12}(\\.\\d{1,6})?"),
                                                "at-most".equals(typed.get("direction"))
                                                        ? Direction.AT_MOST
                                                        : Direction.AT_LEAST,
                                                typed.containsKey("strict"),
                                                number(typed.get("minN"), "\\d{1,6}")
                                                        .longValue(),
                                                number(typed.get("runLength"), "[1-9]\\d{0,2}")
                                                        .intValue()),
                                        typed.containsKey("workingDays"),
                                        day(typed.get("validFrom")))));
    }

    @PostMapping("/contacts/remarks")
    String remark(@RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes flash) {
        return doing(
                page(typed.getOrDefault("contact", "")),
                flash,
                "The remark stands beside the series.",
                () -> room().remarks()
                        .write(
                                Authors.of(request),
                                typed.getOrDefault("series", ""),
                                day(typed.get("day")),
                                typed.getOrDefault("words", ""),
                                typed.containsKey("fresh")));
    }

    private Boards room() {
        return boards.getObject();
    }

    private static String page(String contact) {
        return "/contacts/view?contact=" + URLEncoder.encode(contact, StandardCharsets.UTF_8);
    }

    private static String doing(String page, RedirectAttributes flash, String done, Runnable verb) {
        try {
            verb.run();
            flash.addFlashAttribute("done", done);
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:" + page;
    }

    private static BigDecimal number(@Nullable String typed, String accepted) {
        String text = typed == null ? "" : typed.strip();
        if (!text.matches(accepted)) {
            throw Failure.yours(
                    "STANDARD_MALFORMED",
                    "The standard needs a value, a smallest n and a number of readings.",
                    "Write them like 97.5, 10 and 3.");
        }
        return new BigDecimal(text);
    }

    private static LocalDate day(@Nullable String typed) {
        try {
            return LocalDate.parse(typed == null ? "" : typed.strip());
        } catch (DateTimeException e) {
            throw Failure.yours("DAY_MALFORMED", "This is not a day.", "Write it as 2026-06-30.");
        }
    }
}
