package io.customerroom.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Clocks;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Bars;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.files.Papers;
import io.customerroom.web.files.Piece;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A wall of two exhibits: October's flow, and a table of reasons. */
class PaperTest {

    private static final Clocks CLOCKS = new Clocks(LocalDate.of(2026, 10, 31), Instant.parse("2026-11-02T08:00:00Z"));
    private static final Charts CHARTS = new Charts();
    private static final Chart FLOW = new Chart.Waterfall(1215, 190, 22, 187, 1240);

    @Test
    void v15TwentyOneRowsInATableOfTwentySayTwentyOfTwentyOne() throws IOException {
        String text = text(Poster.of(wall(reasons(21)), List.of()));
        assertThat(text).contains("One row per reason: 20 of 21", "reason 20").doesNotContain("reason 21");
        assertThat(text(BoardPack.of(List.of(wall(reasons(21))), pack(), List.of())))
                .contains("One row per reason: 20 of 21");
        assertThat(text(Poster.of(wall(reasons(20)), List.of()))).contains("One row per reason: 20 of 20");
    }

    @Test
    void ofPeriodsThatDoNotFitTheLatestStay() throws IOException {
        Table months = new Table(
                "One row per period, oldest first",
                List.of(Column.key("period", "Period"), Column.count("lost", "Lost")),
                IntStream.rangeClosed(1, 30)
                        .mapToObj(i -> Row.of("month " + i, String.valueOf(i)))
                        .toList());
        assertThat(text(Poster.of(wall(piece("flow", Optional.empty(), months)), List.of())))
                .contains("oldest first: the latest 20 of 30", "month 30")
                .doesNotContain("month 10 ");
    }

    @Test
    void theNumbersOfThePictureAreTextOnPaper() throws IOException {
        Piece flow = piece("flow", Optional.of(FLOW), reasons(3).table());
        byte[] poster = Poster.of(wall(flow), List.of());
        assertThat(text(poster))
                .contains("Opening", "Gained", "Regained", "Lost", "Closing")
                .contains("1,215", "+190", "+22", "−187", "1,240");
        List<String> drawn = PictureReader.read(flow.svg().orElseThrow()).words();
        assertThat(drawn).hasSizeGreaterThan(12);
        assertThat(text(poster)).contains(drawn);
    }

    @Test
    void theSamePaperHasTheSameBytesAndTheDateOfItsNumbers() throws IOException {
        HungWall wall = wall(piece("flow", Optional.of(FLOW), reasons(21).table()));
        assertThat(Poster.of(wall, List.of())).isEqualTo(Poster.of(wall, List.of()));
        assertThat(BoardPack.of(List.of(wall), pack(), List.of()))
                .isEqualTo(BoardPack.of(List.of(wall), pack(), List.of()));
        try (PDDocument poster = Loader.loadPDF(Poster.of(wall, List.of()))) {
            assertThat(poster.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(CLOCKS.known());
        }
    }

    @Test
    void whatCustomersSaidStandsOnASheetOfItsOwnWithItsPictureDescribed() throws IOException {
        HungWall wall = wall(reasons(3))
                .with(List.of(
                        new PaperCard(
                                "Contact delivery", "No word", "Nobody told me.", "a call", true, Optional.empty()),
                        new PaperCard(
                                "Contact delivery",
                                "A dent",
                                "a box with a dent",
                                "3 May 2026",
                                false,
                                Optional.of(new PaperCard.Jpeg(jpeg()))),
                        new PaperCard(
                                "Contact hotline", "Quote, withdrawn on 4 Jun 2026", "", "", false, Optional.empty())));
        byte[] poster = Poster.of(wall, List.of());
        assertThat(text(poster))
                .contains("What customers said and sent", "“Nobody told me.”", "a box with a dent")
                .contains("Quote, withdrawn on 4 Jun 2026", "Sheet 2 of 2");
        assertThat(poster).isEqualTo(Poster.of(wall, List.of()));
        try (PDDocument read = Loader.loadPDF(poster)) {
            assertThat(read.getPage(1).getResources().getXObjectNames()).hasSize(1);
        }
        try (PDDocument pack = Loader.loadPDF(BoardPack.of(List.of(wall), pack(), List.of()))) {
            assertThat(new PDFTextStripper().getText(pack)).contains("“Nobody told me.”");
        }
    }

    private static byte[] jpeg() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    @Test
    void aPosterIsTaggedNamedAndCarriesItsLetters() throws IOException {
        HungWall wall = wall(piece("flow", Optional.of(FLOW), reasons(3).table()));
        try (PDDocument poster = Loader.loadPDF(Poster.of(wall, List.of()))) {
            assertThat(poster.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(poster.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(poster.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .hasSize(1);
            assertThat(poster.getDocumentInformation().getTitle())
                    .isEqualTo("Golden Company: wall 1, Outcome, October 2026");
            PDPage first = poster.getPage(0);
            assertThat(first.getMediaBox().getWidth() / first.getMediaBox().getHeight())
                    .isBetween(1.41f, 1.42f);
            List<PDFont> fonts = new ArrayList<>();
            first.getResources().getFontNames().forEach(name -> {
                try {
                    fonts.add(first.getResources().getFont(name));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
            assertThat(first.getResources().getXObjectNames())
                    .as("pictures are lines, not pixels")
                    .isEmpty();
        }
    }

    @Test
    void aLetterThatNoFontHasIsWrittenAsItsNumberAndNoted() throws IOException {
        Table names = new Table(
                "",
                List.of(Column.key("site", "Site"), Column.count("lost", "Lost")),
                List.of(Row.of("Ωμέγα Жук ירושלים", "4"), Row.of("京都", "3")));
        String text = text(Poster.of(wall(piece("sites", Optional.empty(), names)), List.of()));
        assertThat(text)
                .contains("Ωμέγα Жук", "‹U+4EAC›‹U+90FD›")
                .contains("no letter in the fonts for U+4EAC, U+90FD");
    }

    @Test
    void aColumnThatDoesNotFitIsCounted() throws IOException {
        List<Column> columns = new ArrayList<>(List.of(Column.key("site", "Site")));
        List<String> values = new ArrayList<>(List.of("north"));
        for (int i = 1; i <= 40; i++) {
            columns.add(Column.amount("m" + i, "Month " + i, 2));
            values.add("1234567.89");
        }
        Table wide = new Table("One row per site", columns, List.of(Row.of(values.toArray(String[]::new))));
        assertThat(text(Poster.of(wall(piece("sites", Optional.empty(), wide)), List.of())))
                .containsPattern("1 of 1 rows, 1\\d of 41 columns");
    }

    @Test
    void thePackOpensWithClocksAndDefinitionsAndEndsWithTheRules() throws IOException {
        String text = text(BoardPack.of(List.of(wall(reasons(3))), pack(), List.of()));
        assertThat(text)
                .startsWith("Golden Company")
                .contains("Board pack", "July, 2026-11-03", "activity@1, value@1")
                .contains("1 of 2 kept")
                .contains("lapse-days: 90")
                .endsWith("5 of 5\n");
    }

    @Test
    void everyKindOfPictureCanBePutOnPaper() {
        List<BigDecimal> values = List.of(BigDecimal.TEN, new BigDecimal("-3"));
        Stream.of(
                        FLOW,
                        new Chart.Noted(FLOW, List.of(-1)),
                        new Chart.Waterfall(50_000, 90, 10, 80, 50_020),
                        new Bars("EUR", true, List.of("a", "b"), List.of(new Series("x", Tone.FIRST, values, 0))),
                        new Bars("EUR", false, List.of("a", "b"), List.of(new Series("x", Tone.FIRST, values, 1))),
                        new Chart.Line(
                                "%",
                                List.of("a", "b"),
                                List.of(new Series("x", Tone.ORDINARY, values, 1)),
                                Optional.of(BigDecimal.ONE)))
                .forEach(chart -> {
                    Picture picture = PictureReader.read(CHARTS.standalone(chart, "picture"));
                    assertThat(picture.marks()).isNotEmpty();
                    assertThat(picture.words()).isNotEmpty();
                });
    }

    private static HungWall wall(Piece piece) {
        return new HungWall(
                "Golden Company",
                1,
                "Outcome",
                "In October 2026, 212 customers came and 187 left",
                "October 2026",
                "",
                CLOCKS,
                "activity@1,value@1",
                List.of(),
                List.of(piece),
                Optional.empty());
    }

    private static Piece reasons(int rows) {
        return piece(
                "reasons",
                Optional.empty(),
                new Table(
                        "One row per reason",
                        List.of(Column.key("reason", "Reason"), Column.count("customers", "Customers")),
                        IntStream.rangeClosed(1, rows)
                                .mapToObj(i -> Row.of("reason " + i, String.valueOf(100 - i)))
                                .toList()));
    }

    private static Piece piece(String id, Optional<Chart> chart, Table table) {
        return new Piece(
                1,
                id,
                "Exhibit " + id,
                "25 more customers",
                "Customers; all customers; October 2026",
                List.of(),
                chart.map(it -> CHARTS.standalone(it, "picture")),
                "",
                List.of(),
                table,
                new Papers(
                        "Golden Company",
                        "2026-10",
                        "",
                        CLOCKS,
                        "customer-math@1",
                        "activity@1,value@1",
                        "f1f2",
                        "e1e2",
                        Map.of()));
    }

    private static PackText pack() {
        return new PackText(
                "July, 2026-11-03",
                Map.of("Definitions in force", "activity@1, value@1"),
                List.of(new PackText.Section(
                        "Promises",
                        "1 of 2 kept",
                        new Table(
                                "",
                                List.of(Column.key("promise", "Promise"), Column.text("state", "State")),
                                List.of(Row.of("p1", "kept"), Row.of("p2", "broken"))))),
                List.of(new PackText.Rule("activity@1", "name: activity\nlapse-days: 90")));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
