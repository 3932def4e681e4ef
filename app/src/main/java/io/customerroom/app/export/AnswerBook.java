package io.customerroom.app.export;

import io.customerroom.ledger.metrics.Answer;
import io.customerroom.web.files.Grid;
import io.customerroom.web.files.TableBook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer as a workbook: the rows on the first sheet, its papers on the second. */
public final class AnswerBook {

    private AnswerBook() {}

    /** Answers the rows that were written: a sheet holds so many and no more, and the second sheet then says so. */
    public static long write(Answer answer, ZoneId zone, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file)) {
            return new TableBook(zone)
                    .write(Grid.of(answer.rows(), answer.total()).byName(), papers(answer), stream);
        }
    }

    private static Map<String, String> papers(Answer answer) {
        Map<String, String> papers = new LinkedHashMap<>();
        papers.put("Metric", answer.metric().name() + "@" + answer.metric().version());
        papers.put("Question", answer.metric().question());
        papers.put("Unit", answer.metric().unit());
        papers.put("Through", answer.clocks().through().toString());
        papers.put("Known", answer.clocks().known().toString());
        papers.put("Definitions", answer.definitions());
        papers.put("Ledger", answer.build());
        for (int i = 0; i < answer.warnings().size(); i++) {
            papers.put(
                    i == 0 ? "Warning" : "Warning " + (i + 1), answer.warnings().get(i));
        }
        papers.put("Fingerprint of the question", answer.fingerprint());
        papers.put("Evidence (SHA-256 of the figures)", answer.hash());
        return papers;
    }
}
