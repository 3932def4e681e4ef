package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.typed.MeasuredSeries;
import io.customerroom.ledger.typed.MeasuredSeries.CarriedRule;
import io.customerroom.ledger.typed.TypedReading;
import io.customerroom.ledger.typed.TypedReadings;
import io.customerroom.room.Boards;
import io.customerroom.walls.exhibit.Remarks;
import io.customerroom.walls.operations.OperationsWall.Series;
import io.customerroom.walls.operations.Priority;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Readings typed on a contact's page, and taken back there. The next ledger shows them; a server builds it by itself. */
@Controller
final class TypedController {

    private final ObjectProvider<TypedReadings> readings;
    private final ObjectProvider<Boards> boards;
    private final WallComposers composers;
    private final TypedBatches typed;
    private final QueryDesk desk;
    private final Views views;
    private final LedgerStatus status;
    private final CompanyCalendar calendar;

    TypedController(
            ObjectProvider<TypedReadings> readings,
            ObjectProvider<Boards> boards,
            WallComposers composers,
            TypedBatches typed,
            QueryDesk desk,
            Views views,
            LedgerStatus status,
            CompanyFace company) {
        this.readings = readings;
        this.boards = boards;
        this.composers = composers;
        this.typed = typed;
        this.desk = desk;
        this.views = views;
        this.status = status;
        this.calendar = company.calendar();
    }

    /** One line of the form. */
    private record Typed(TypedReading reading, String note) {}

    @PostMapping("/contacts/typed")
    String type(
            @RequestParam MultiValueMap<String, String> form, HttpServletRequest request, RedirectAttributes flash) {
        String contact = first(form, "contact");
        String page = "redirect:/contacts/view?contact=" + URLEncoder.encode(contact, StandardCharsets.UTF_8);
        try {
            WallQuery now = now();
            MeasuredSeries series = series(contact, form, now);
            List<Typed> lines = lines(form);
            refuseDaysOfFiles(series, lines, now);
            Receipt receipt = readings.getObject()
                    .enter(
                            Authors.of(request),
                            series,
                            lines.stream().map(Typed::reading).toList());
            String name = Remarks.series(series.contact(), series.measure(), series.site());
            lines.stream()
                    .filter(line -> !line.note().isEmpty())
                    .forEach(line -> boards.getObject()
                            .remarks()
                            .write(Authors.of(request), name, line.reading().day(), line.note(), false));
            Period last = lines.stream()
                    .map(line -> line.reading().day())
                    .max(LocalDate::compareTo)
                    .map(day -> calendar.periodOf(Grain.MONTH, day))
                    .orElseThrow();
            flash.addFlashAttribute(
                    "done",
                    "Kept as batch %s. A new ledger is being built; then it stands in the chart of %s."
                            .formatted(receipt.batch(), PeriodWords.of(last)));
            return last.startsOn().isAfter(now.clocks().through()) ? page : page + "&period=" + last.name();
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
            return page;
        }
    }

    @PostMapping("/contacts/typed/undo")
    String takeBack(
            @RequestParam String contact,
            @RequestParam String batch,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            readings.getObject().of(contact).stream()
                    .map(one -> one.receipt())
                    .filter(receipt -> receipt.batch().equals(batch))
                    .filter(receipt -> !TypedSection.mayTakeBack(receipt, request))
                    .findFirst()
                    .ifPresent(receipt -> {
                        throw Failure.yours(
                                "READING_OF_SOMEBODY_ELSE",
                                "%s typed this.".formatted(receipt.author()),
                                "Ask them, a facilitator or a data admin to take it back.");
                    });
            readings.getObject().takeBack(Authors.of(request, reason), batch);
            flash.addFlashAttribute("done", "Taken back. A new ledger is being built without it.");
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/contacts/view?contact=" + URLEncoder.encode(contact, StandardCharsets.UTF_8);
    }

    /** The view up to the last day of the ledger, so that series which began this month are known. */
    private WallQuery now() {
        LocalDate through = status.shown()
                .map(shown -> shown.clocks().through())
                .orElseThrow(() -> Failure.yours(
                        "LEDGER_NOT_FOUND", "No ledger has been built yet.", "Import data and build the ledger."));
        return views.of(Map.of("period", calendar.periodOf(Grain.MONTH, through).name()));
    }

    private MeasuredSeries series(String contact, MultiValueMap<String, String> form, WallQuery now) {
        List<Series> known = desk.ask(() -> composers.operations().series(contact, now));
        String wanted = first(form, "series");
        if (!wanted.isEmpty()) {
            return known.stream()
                    .filter(series -> series.name().equals(wanted))
                    .findFirst()
                    .map(series -> carried(series.newest(), series.newest().named("site", "")))
                    .orElseThrow(() -> Failure.yours(
                            "SERIES_UNKNOWN",
                            "This contact has no such series.",
                            "Choose one from the list, or name measure and site of a new one."));
        }
        String measure = first(form, "measure");
        return known.stream()
                .filter(series -> series.measure().equals(measure))
                .findFirst()
                .map(series -> carried(series.newest(), first(form, "site")))
                .orElseGet(() -> fresh(contact, measure, form));
    }

    /** A series that goes on, or begins at another site: it carries what the newest reading of its measure carries. */
    private static MeasuredSeries carried(Line newest, String site) {
        return new MeasuredSeries(
                newest.named("contact", ""),
                newest.named("measure", ""),
                site,
                newest.named("contact_kind", ""),
                newest.named("stage", ""),
                newest.named("owner", ""),
                newest.named("unit", ""),
                newest.number("standard")
                        .map(standard -> new CarriedRule(
                                newest.named("direction", "at-least"),
                                standard,
                                newest.named("strict", "false").equals("true"),
                                newest.count("min_n"),
                                newest.count("run_length"))));
    }

    private MeasuredSeries fresh(String contact, String measure, MultiValueMap<String, String> form) {
        Optional<Priority> chosen = BoardsOf.contacts(boards).chosen().stream()
                .filter(priority -> priority.contact().equals(contact))
                .findFirst();
        return new MeasuredSeries(
                contact,
                measure,
                first(form, "site"),
                chosen.map(priority -> priority.kind().id()).orElse(""),
                chosen.map(Priority::stage).orElse(""),
                chosen.map(Priority::owner).orElse(""),
                first(form, "unit"),
                Optional.empty());
    }

    private void refuseDaysOfFiles(MeasuredSeries series, List<Typed> lines, WallQuery now) {
        Map<LocalDate, String> batches =
                desk.ask(() -> composers.operations().batches(series.contact(), series.measure(), series.site(), now));
        Map<String, String> byHand = typed.byBatch();
        for (Typed line : lines) {
            LocalDate day = line.reading().day();
            String batch = batches.getOrDefault(day, "");
            if (!batch.isEmpty() && !byHand.containsKey(batch)) {
                throw Failure.yours(
                        "READING_FROM_FILE",
                        "A file has brought a reading of %s already: batch %s.".formatted(day, batch),
                        "Correct it in that file and import it again, so that both say the same.");
            }
        }
    }

    private static List<Typed> lines(MultiValueMap<String, String> form) {
        List<Typed> lines = new ArrayList<>();
        for (int i = 0; i < form.getOrDefault("day", List.of()).size(); i++) {
            String day = at(form, "day", i);
            String value = at(form, "value", i);
            if (day.isEmpty() && value.isEmpty()) {
                continue;
            }
            lines.add(new Typed(reading(i + 1, day, value, at(form, "n", i)), at(form, "note", i)));
        }
        return lines;
    }

    private static TypedReading reading(int row, String day, String value, String n) {
        try {
            if (value.matches("[-+]?\\d{1,12}(\\.\\d{1,6})?") && n.matches("\\d{0,12}")) {
                return new TypedReading(
                        LocalDate.parse(day), new BigDecimal(value), n.isEmpty() ? 1 : Long.parseLong(n));
            }
        } catch (DateTimeException e) {
            // said below, with the row
        }
        throw Failure.yours(
                "READING_MALFORMED",
                "Row %d is not complete.".formatted(row),
                "It needs a day like 2026-06-30, a value like 97.5, and n as a whole number or empty for 1.");
    }

    private static String at(MultiValueMap<String, String> form, String name, int place) {
        List<String> values = form.getOrDefault(name, List.of());
        return place < values.size() ? values.get(place).replace('−', '-').strip() : "";
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).map(String::strip).orElse("");
    }
}
