package io.customerroom.acceptance.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.acceptance.browser.Served;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company whose every text, in every kind of list, was written by somebody who wants a reader's browser or spreadsheet to run it. */
class StoredTextsIT {

    private static final String PASSWORD = "a lantern over the pier";
    private static final int PAGES = Boolean.getBoolean("long") ? 600 : 45;
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\shref=\"(/[^\"#]*)");
    private static final Pattern TABLE = Pattern.compile(".*\\.(csv|xlsx)(\\?.*)?");
    private static final Pattern NO_PAGE = Pattern.compile(
            "/(assets|sign-out|account/provider|welcome).*|.*\\.(pdf|png|svg|parquet|ics|json|gz|jsonl)(\\?.*)?|/trail/file");
    private static final Pattern PAPER = Pattern.compile(".*\\.pdf(\\?.*)?");
    /** What a document can do by itself, or lead to: nothing of it comes from a text of a list. */
    private static final Set<COSName> ACTIVE = Set.of(
            COSName.JS,
            COSName.JAVA_SCRIPT,
            COSName.OPEN_ACTION,
            COSName.AA,
            COSName.URI,
            COSName.getPDFName("Launch"));

    private static final int PAPERS = 6;
    private static final Pattern FORMULA = Pattern.compile("(?m)(^|,)\"?[=@]");

    @TempDir
    static Path folder;

    private static Served served;
    private static Requests ada;
    private static final Set<String> tables = new LinkedHashSet<>();
    private static final Set<String> papers = new LinkedHashSet<>();

    @BeforeAll
    static void aHostileCompany() throws IOException {
        served = Served.from(GoldenRoom.hostile(folder).workspace(), GoldenRoom.JULY);
        ada = new Requests(served.address());
        ada.redeem(served.administratorLink(), "ada", PASSWORD);
        ada.signIn("ada", PASSWORD);
    }

    @AfterAll
    static void close() {
        ada.close();
        served.close();
    }

    @Test
    void whatAFileBringsIsTextOnEveryPage() {
        List<String> faults = new ArrayList<>();
        Set<String> shown = new TreeSet<>();
        for (String page : pages()) {
            HttpResponse<String> answer = ada.get(page);
            String body = answer.body();
            LINK.matcher(body)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .forEach(StoredTextsIT::note);
            if (body.contains("img src=x")) {
                shown.add(page);
            }
            if (body.contains(HostileTexts.TAG) || answer.statusCode() >= 500) {
                int at = Math.max(0, body.indexOf(HostileTexts.TAG) - 80);
                faults.add("%s: %d %s"
                        .formatted(page, answer.statusCode(), body.substring(at, Math.min(body.length(), at + 160))));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(shown).as("pages that show what the files brought").hasSizeGreaterThan(12);
    }

    @Test
    void noFileThatLeavesHoldsAFormula() throws IOException {
        pages();
        List<String> faults = new ArrayList<>();
        assertThat(tables).hasSizeGreaterThan(10).anyMatch(path -> path.contains(".xlsx"));
        int looked = 0;
        for (String table : tables.stream().limit(16).toList()) {
            if (table.contains(".xlsx")) {
                workbook(table, faults);
            } else if (FORMULA.matcher(ada.get(table).body()).find()) {
                faults.add(table);
            }
            looked++;
        }
        assertThat(faults).isEmpty();
        assertThat(looked).isGreaterThan(10);
    }

    @Test
    void onPaperItIsTextAndNothingThatRuns() throws IOException {
        pages();
        List<String> shown = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<String> looked = papers.stream().limit(PAPERS).toList();
        for (String paper : looked) {
            try (PDDocument document = Loader.loadPDF(ada.bytes(paper))) {
                if (new PDFTextStripper()
                        .getText(document)
                        .replaceAll("\\s", "")
                        .contains("imgsrc=x")) {
                    shown.add(paper);
                }
                for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                    if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary held
                            && ACTIVE.stream().anyMatch(held::containsKey)) {
                        faults.add(paper + " " + key);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(shown)
                .as("of %s, those that show what the files brought", looked)
                .isNotEmpty();
    }

    private static void workbook(String path, List<String> faults) throws IOException {
        Path book = Files.write(folder.resolve("book.xlsx"), ada.bytes(path));
        try (ZipFile zip = new ZipFile(book.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                if (text.contains("<f>") || text.contains("<f ") || text.contains(HostileTexts.TAG)) {
                    faults.add(path + " " + entry.getName());
                }
            }
        }
    }

    private static final Set<String> FOUND = new LinkedHashSet<>();

    /** The pages that links lead to, nearest first, each path with at most three questions. */
    private static Set<String> pages() {
        if (!FOUND.isEmpty()) {
            return FOUND;
        }
        Deque<String> ahead = new ArrayDeque<>(List.of(
                "/",
                "/customers?metric=customers&grain=year",
                "/data",
                "/metrics",
                "/contacts",
                "/unprofitable",
                "/vips",
                "/losses",
                "/worth"));
        List<String> paths = new ArrayList<>();
        while (!ahead.isEmpty() && FOUND.size() < PAGES) {
            String page = ahead.removeFirst();
            String path = path(page);
            if (FOUND.contains(page) || paths.stream().filter(path::equals).count() >= 3) {
                continue;
            }
            paths.add(path);
            FOUND.add(page);
            LINK.matcher(ada.get(page).body())
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .forEach(link -> {
                        note(link);
                        if (!TABLE.matcher(link).matches()
                                && !NO_PAGE.matcher(link).matches()) {
                            ahead.add(link);
                        }
                    });
        }
        return FOUND;
    }

    private static String path(String link) {
        return link.replaceFirst("\\?.*", "");
    }

    private static void note(String link) {
        if (TABLE.matcher(link).matches()) {
            tables.add(link);
        } else if (PAPER.matcher(link).matches()
                && papers.stream().noneMatch(paper -> path(paper).equals(path(link)))) {
            papers.add(link);
        }
    }
}
