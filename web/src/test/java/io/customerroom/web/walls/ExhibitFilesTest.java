package io.customerroom.web.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.web.fixture.FixtureRoom;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** October's flow is 1,215 + 190 + 22 − 187 = 1,240 on the page; here it is in every file that leaves the house. */
@SpringBootTest(classes = FixtureRoom.class)
@AutoConfigureMockMvc
class ExhibitFilesTest {

    private static final String FLOW = "/walls/1/flow.%s?period=2026-10";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    @TempDir
    private Path folder;

    @Autowired
    private MockMvcTester pages;

    @ParameterizedTest
    @CsvSource({
        "csv, text/csv, '', wall-1-flow-2026-10-known-2026-11-18.csv",
        "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, '', wall-1-flow-2026-10-known-2026-11-18.xlsx",
        "svg, image/svg+xml, '', wall-1-flow-2026-10-known-2026-11-18.svg",
        "png, image/png, &segment=Schöne+Schulen, wall-1-flow-2026-10-schone-schulen-known-2026-11-18.png"
    })
    void aFileSaysWallExhibitPeriodFilterAndWhenItWasKnown(String ending, String type, String more, String name) {
        MvcTestResult file = pages.get().uri(FLOW.formatted(ending) + more).exchange();
        assertThat(file).hasStatusOk().hasContentTypeCompatibleWith(type);
        assertThat(file).headers().hasValue("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    @Test
    void aWorkbookHasNumbersWithFormatsAHeadingThatStaysAndItsPapersOnASecondSheet() throws IOException {
        byte[] file = bytes(FLOW.formatted("xlsx"));
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("Period");
            Row october = rows.stream()
                    .filter(row -> row.getCellText(0).equals("2026-10"))
                    .findFirst()
                    .orElseThrow();
            assertThat(october.stream().skip(1).map(Cell::getType)).containsOnly(CellType.NUMBER);
            assertThat(october.getCell(1).asNumber()).isEqualByComparingTo("1215");
            assertThat(october.getCell(1).getDataFormatString()).isEqualTo("#,##0");
            Map<String, String> about = new TreeMap<>();
            workbook.getSheet(1).orElseThrow().read().forEach(row -> about.put(row.getCellText(0), row.getCellText(1)));
            assertThat(about)
                    .containsEntry("Company", "Golden Company")
                    .containsEntry("Period", "2026-10")
                    .containsEntry("Filter", "none")
                    .containsEntry("Through", "2026-11-17")
                    .containsEntry("Known", "2026-11-18T06:00:00Z")
                    .containsEntry("Metric", "customer-math@1")
                    .containsEntry("Rows shown", "%d of %d".formatted(rows.size() - 1, rows.size() - 1))
                    .hasEntrySatisfying(
                            "Picture (SHA-256 of its data)",
                            hash -> assertThat(hash).matches(HASH));
        }
        assertThat(part(file, "xl/worksheets/sheet1.xml")).contains("state=\"frozen\"", "<cols>");
    }

    @Test
    void onePictureStandsOnThePageInTheSvgAndInThePng() throws Exception {
        String page = new String(bytes("/walls/1?period=2026-10"), StandardCharsets.UTF_8);
        List<String> onPage =
                texts(page.substring(page.indexOf("id=\"flow\""), page.indexOf("</svg>", page.indexOf("id=\"flow\""))));
        byte[] svg = bytes(FLOW.formatted("svg"));
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(new String(svg, StandardCharsets.UTF_8))))
                .getDocumentElement();
        assertThat(texts(new String(svg, StandardCharsets.UTF_8)))
                .isEqualTo(onPage)
                .contains("1,215", "+190", "+22", "−187", "1,240");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).startsWith("25 more customers");
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).contains("Opening 1215, Gained 190");

        byte[] png = bytes(FLOW.formatted("png"));
        Map<String, String> notes = notes(png);
        assertThat(notes.get("Description"))
                .isEqualTo(root.getElementsByTagName("desc").item(0).getTextContent());
        assertThat(notes.get("Picture (SHA-256 of its data)"))
                .matches(HASH)
                .isEqualTo(noteOf(root, "Picture (SHA-256 of its data)"));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1280, 600);
        // Gained and lost: bars as high as their numbers are to each other, within the two pixels of a drawn edge.
        double gained = height(image, new Color(0x0b6fb8), 440, 480);
        double lost = height(image, new Color(0xc2540a), 900, 940);
        assertThat(gained / lost).isBetween(190.0 / 187 - 0.03, 190.0 / 187 + 0.03);
    }

    @Test
    void anSvgNeedsNothingElse() throws IOException {
        String svg = new String(bytes(FLOW.formatted("svg")), StandardCharsets.UTF_8);
        assertThat(svg)
                .contains("@font-face", "data:font/ttf;base64,", "fill=\"#ffffff\"")
                .doesNotContain("var(", "<script", "href=", "http://www.w3.org/1999/xlink");
        assertThat(svg.length()).isLessThan(40_000);
    }

    @Test
    void whatHasNoPictureSaysSo() {
        assertThat(pages.get().uri("/walls/1/customer-math.png")).bodyText().contains("PICTURE_NOT_FOUND");
    }

    private byte[] bytes(String address) {
        MvcTestResult answer = pages.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private String part(byte[] zip, String name) throws IOException {
        try (ZipFile parts = new ZipFile(
                        Files.write(folder.resolve("book.xlsx"), zip).toFile());
                InputStream in = parts.getInputStream(parts.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> texts(String svg) {
        return Pattern.compile("<text[^>]*>([^<]*)</text>")
                .matcher(svg)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String noteOf(Element svg, String name) {
        NodeList notes = svg.getElementsByTagName("note");
        for (int i = 0; i < notes.getLength(); i++) {
            if (notes.item(i) instanceof Element note
                    && note.getAttribute("name").equals(name)) {
                return note.getTextContent();
            }
        }
        return "";
    }

    private static Map<String, String> notes(byte[] png) throws IOException {
        Map<String, String> notes = new TreeMap<>();
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in);
            Element root = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            List<Element> entries = new ArrayList<>();
            NodeList all = root.getElementsByTagName("iTXtEntry");
            for (int i = 0; i < all.getLength(); i++) {
                entries.add((Element) all.item(i));
            }
            entries.forEach(entry -> notes.put(entry.getAttribute("keyword"), entry.getAttribute("text")));
        }
        return notes;
    }

    /** The longest run of this colour down any of these columns of pixels. */
    private static int height(BufferedImage image, Color colour, int from, int to) {
        int most = 0;
        for (int x = from; x < to; x++) {
            int run = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                run = (image.getRGB(x, y) & 0xffffff) == (colour.getRGB() & 0xffffff) ? run + 1 : 0;
                most = Math.max(most, run);
            }
        }
        assertThat(most)
                .as("%s", String.format(Locale.ROOT, "%06x", colour.getRGB()))
                .isPositive();
        return most;
    }
}
