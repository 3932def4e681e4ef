package io.customerroom.web.data;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.ImportResult;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.imports.Mending;
import io.customerroom.ledger.imports.Mending.SetAside;
import io.customerroom.ledger.imports.QuarantineCopy;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.customers.NamesForReader;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** The rows a batch set aside, to be looked at and mended. */
@Controller
final class QuarantineController {

    private static final int SHOWN = 50;

    /** A form of more fields than this would not be read to its end. */
    private static final int MOST_CELLS = 800;

    private static final Pattern CELL = Pattern.compile("cell-(\\d{1,18})-(\\d{1,4})");
    private static final int LONGEST = 400;

    private final ObjectProvider<Imports> imports;
    private final ZoneId zone;

    QuarantineController(ObjectProvider<Imports> imports, CompanyFace company) {
        this.imports = imports;
        this.zone = company.calendar().zone();
    }

    /**
     * A cell as the page offers it: to be changed, or only shown; hidden where the reader may not know it.
     *
     * @param atFault whether the reason is about this cell
     */
    public record Cell(String name, String column, String text, boolean open, boolean hidden, boolean atFault) {}

    /** A row as the page prints it. */
    public record Line(String row, String reason, List<Cell> cells, String state) {

        /** Whether the reason is about a column: it begins with its name in quotes. */
        public boolean about(String column) {
            return reason.startsWith("'" + column + "'");
        }
    }

    @GetMapping("/data/batches/{batch}/quarantine")
    String look(@PathVariable String batch, @RequestParam(defaultValue = "0") int from, Model model) {
        Mending mending = Mending.of(imports.getObject(), batch);
        int most = Math.clamp(MOST_CELLS / Math.max(1, mending.header().size()), 1, SHOWN);
        int first = Math.max(0, from);
        List<SetAside> rows = mending.rows(first, most + 1);
        Set<Integer> hidden = NamesForReader.allowed() ? Set.of() : mending.personal();
        model.addAttribute("batch", mending.batch());
        model.addAttribute("header", mending.header());
        model.addAttribute(
                "rows",
                rows.stream()
                        .limit(most)
                        .map(row -> line(row, mending.header(), hidden))
                        .toList());
        model.addAttribute("hidden", !hidden.isEmpty());
        model.addAttribute("from", first);
        model.addAttribute("previous", first == 0 ? -1 : Math.max(0, first - most));
        model.addAttribute("next", rows.size() > most ? first + most : -1);
        model.addAttribute(
                "corrections",
                mending.corrections().reversed().stream()
                        .map(receipt -> BatchLine.of(receipt, zone))
                        .toList());
        return "data/quarantine";
    }

    private static Line line(SetAside row, List<String> header, Set<Integer> hidden) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String text = row.cells().get(i);
            boolean masked = hidden.contains(i);
            boolean open = !masked
                    && !row.erased()
                    && row.mended().isEmpty()
                    && text.length() <= LONGEST
                    && text.chars().noneMatch(Character::isISOControl);
            String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
            cells.add(new Cell(
                    number(row.row()) + "-" + i,
                    header.get(i),
                    masked ? "" : shown,
                    open,
                    masked,
                    row.reason().startsWith("'%s' ".formatted(header.get(i)))));
        }
        // a reason quotes the cell it is about, which may be one that the reader must not know
        String reason = hidden.isEmpty() ? row.reason() : row.reason().replaceAll("' is '.*", "' cannot be read");
        String state = row.mended().map(by -> "mended in " + by).orElse(row.erased() ? "erased" : "");
        return new Line(row.row(), reason, cells, state);
    }

    private static String number(String row) {
        return row.replace("row ", "");
    }

    /** Only what was changed is imported again; what is hidden or too long for a field stays as it was. */
    @PostMapping("/data/batches/{batch}/quarantine")
    String mend(
            @PathVariable String batch,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            Map<String, Map<Integer, String>> changes = new TreeMap<>();
            Mending mending = Mending.of(imports.getObject(), batch);
            Set<Integer> hidden = NamesForReader.allowed() ? Set.of() : mending.personal();
            form.forEach((name, text) -> {
                Matcher cell = CELL.matcher(name);
                if (cell.matches() && !hidden.contains(Integer.parseInt(cell.group(2)))) {
                    changes.computeIfAbsent("row " + cell.group(1), row -> new TreeMap<>())
                            .put(Integer.parseInt(cell.group(2)), text);
                }
            });
            ImportResult result = mending.mend(changes, Authors.of(request, "mended rows of " + mending.batch()));
            flash.addFlashAttribute(
                    "done",
                    "Batch %s: %s rows read = %s kept + %s set aside again. The next ledger shows it."
                            .formatted(
                                    result.receipt().batch(),
                                    Numbers.whole(result.receipt().counts().read()),
                                    Numbers.whole(result.receipt().counts().kept()),
                                    Numbers.whole(result.receipt().counts().allSetAside())));
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/data/batches/" + UriUtils.encodePathSegment(batch, StandardCharsets.UTF_8) + "/quarantine";
    }

    /** Cells that begin like a formula are led by an apostrophe; take it away before the rows are imported again. */
    @GetMapping("/data/batches/{batch}/quarantine.csv")
    ResponseEntity<StreamingResponseBody> download(@PathVariable String batch) {
        Path rows = file(batch);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"%s-quarantine.csv\"".formatted(batch))
                .body(out -> {
                    Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    QuarantineCopy.write(rows, csv);
                    csv.flush();
                });
    }

    private Path file(String batch) {
        return imports.getObject()
                .quarantine(batch)
                .orElseThrow(() -> Failure.yours(
                        "QUARANTINE_NOT_FOUND",
                        "The batch '%s' set no rows aside.".formatted(batch),
                        "There is nothing to mend."));
    }
}
