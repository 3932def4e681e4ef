package io.customerroom.web.data;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.imports.QuarantineCopy;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<String> lines = new ArrayList<>();
        boolean more;
        try (BufferedReader reader = Files.newBufferedReader(file(batch))) {
            String line = reader.readLine();
            while (line != null && lines.size() <= SHOWN) {
                lines.add(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
                line = reader.readLine();
            }
            more = line != null;
        }
        model.addAttribute("batch", batch);
        model.addAttribute("text", String.join("\n", lines));
        model.addAttribute("more", more);
        return "data/quarantine";
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
