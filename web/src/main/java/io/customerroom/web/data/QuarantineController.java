package io.customerroom.web.data;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.imports.QuarantineCopy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The rows a batch set aside, to be looked at and mended. */
@Controller
final class QuarantineController {

    private static final int SHOWN = 100;
    private static final int LONGEST = 400;

    private final ObjectProvider<Imports> imports;

    QuarantineController(ObjectProvider<Imports> imports) {
        this.imports = imports;
    }

    @GetMapping("/data/batches/{batch}/quarantine")
    String look(@PathVariable String batch, Model model) throws IOException {
        List<List<String>> rows = QuarantineCopy.first(file(batch), SHOWN + 1);
        model.addAttribute("batch", batch);
        model.addAttribute("header", rows.getFirst());
        model.addAttribute(
                "rows",
                rows.stream()
                        .skip(1)
                        .limit(SHOWN)
                        .map(QuarantineController::shown)
                        .toList());
        model.addAttribute("more", rows.size() > SHOWN + 1);
        return "data/quarantine";
    }

    private static List<String> shown(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.length() > LONGEST ? cell.substring(0, LONGEST) + "…" : cell)
                .toList();
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
