package io.customerroom.web.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Bars;
import io.customerroom.walls.exhibit.Chart.Bridge;
import io.customerroom.walls.exhibit.Chart.Curve;
import io.customerroom.walls.exhibit.Chart.Heat;
import io.customerroom.walls.exhibit.Chart.Line;
import io.customerroom.walls.exhibit.Chart.Point;
import io.customerroom.walls.exhibit.Chart.Range;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Shade;
import io.customerroom.walls.exhibit.Chart.Step;
import io.customerroom.walls.exhibit.Chart.Sureness;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Chart.Waterfall;
import io.customerroom.walls.exhibit.Direction;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ChartsTest {

    private static final Charts CHARTS = new Charts();
    private static final Waterfall OCTOBER = new Waterfall(1215, 190, 22, 187, 1240);

    @Test
    void theFlowPrintsItsFiveNumbersInOrder() {
        assertThat(words(CHARTS.standalone(OCTOBER, "Flow")))
                .containsSubsequence("Opening", "Gained", "Regained", "Lost", "Closing")
                .contains("1,215", "+190", "+22", "−187", "1,240");
    }

    @Test
    void theSamePictureHasTheSameBytesWhateverWasDrawnBefore() {
        String first = new Charts().standalone(OCTOBER, "Flow");
        Charts busy = new Charts();
        busy.standalone(ranking("retail", "schools"), "Other");
        assertThat(busy.standalone(OCTOBER, "Flow")).isEqualTo(first);
    }

    @Test
    void aPictureIsWellFormedAndHoldsNothingAStrictPolicyRefuses() throws Exception {
        for (Chart chart : List.of(OCTOBER, new Waterfall(50_000, 90, 10, 80, 50_020), ranking("a", "b"), twoYears())) {
            String svg = CHARTS.onPage(chart, "flow", "What <happened> & \"why\"");
            assertThat(svg).doesNotContain("<style", " style=", " class=", "<script", "ecmeta", "zr0");
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(svg)))
                            .getDocumentElement()
                            .getAttribute("aria-label"))
                    .isEqualTo("What <happened> & \"why\"");
        }
    }

    @Test
    void onePictureServesBothThemes() {
        String svg = CHARTS.onPage(OCTOBER, "flow", "Flow");
        assertThat(svg).contains("\"var(--improving)\"", "\"var(--concerning)\"", "\"var(--ink)\"");
        assertThat(Pattern.compile("\"#[0-9a-f]{3,6}\"").matcher(svg).results().map(match -> match.group()))
                .isEmpty();
    }

    @Test
    void aTelephoneGetsTheSameNumbersInANarrowerPicture() {
        String narrow =
                CHARTS.onTelephone(ranking("retail", "schools"), "x", "Ranking").orElseThrow();
        assertThat(narrow).contains("width=\"340\"");
        assertThat(words(narrow))
                .containsExactlyElementsOf(words(CHARTS.onPage(ranking("retail", "schools"), "x", "Ranking")));
    }

    @Test
    void twoPicturesOnOnePageShareNoId() {
        Bars unfinished = new Bars(
                "GBP",
                false,
                List.of("2026-09", "2026-10"),
                List.of(new Series("value in", Tone.IMPROVING, List.of(BigDecimal.TEN, BigDecimal.TWO), 1)));
        String one = CHARTS.onPage(unfinished, "one", "One");
        String other = CHARTS.onPage(unfinished, "other", "Other");
        assertThat(ids(one)).isNotEmpty().allMatch(id -> id.startsWith("one-"));
        assertThat(ids(other)).doesNotContainAnyElementsOf(ids(one));
    }

    @Test
    void aHostileNameStaysText() throws Exception {
        String hostile = "<script>alert(1)</script>{b}&\"";
        String svg = CHARTS.onPage(ranking(hostile, "schools"), "x", "Ranking");
        assertThat(svg).doesNotContain("<script");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(words(svg)).anyMatch(word -> word.startsWith("&lt;script"));
    }

    @Test
    void stepsThatWouldVanishLiftTheAxisAndSmallHousesStartAtZero() {
        assertThat(Charts.floor(OCTOBER)).isZero();
        assertThat(Charts.floor(new Waterfall(5000, 40, 10, 45, 5005))).isEqualTo(4900);
        assertThat(Charts.floor(new Waterfall(0, 0, 0, 0, 0))).isZero();
    }

    @Test
    void anEstimateOnABarHasAWhiskerFromBoundToBoundAndItsNumberAtTheEnd() {
        Chart chart = new Bars(
                "%",
                true,
                List.of("homes", "schools"),
                List.of(new Series("stayed", Tone.FIRST, List.of(new BigDecimal("40"), new BigDecimal("60")), 0)
                        .within(new Sureness(
                                "95 % interval",
                                Arrays.asList(new Range(new BigDecimal("35.5"), new BigDecimal("44")), null)))));
        assertThat(CHARTS.option(chart))
                .contains("{\"value\":[35.5,0.000]},{\"value\":[44,0.000],\"label\":{\"show\":true")
                .contains("\"min\":-0.5,\"max\":1.5,\"inverse\":true");
        String svg = CHARTS.onPage(chart, "x", "Who stayed");
        assertThat(svg).contains("aria-label=\"Who stayed. With 95 % interval: homes 40, from 36 to 44\"");
        assertThat(words(svg)).contains("40", "60", "95 % interval");
        assertThat(words(CHARTS.onTelephone(chart, "x", "Who stayed").orElseThrow()))
                .contains("40", "60");
    }

    @Test
    void whiskersStandOnTheirOwnBarsWhereSeveralShareAName() {
        Sureness sure = new Sureness("95 % interval", List.of(new Range(BigDecimal.ONE, BigDecimal.TEN)));
        Chart chart = new Bars(
                "%",
                false,
                List.of("fans"),
                List.of(
                        new Series("stayed", Tone.FIRST, List.of(BigDecimal.TWO), 0).within(sure),
                        new Series("bought", Tone.SECOND, List.of(BigDecimal.TWO), 0).within(sure)));
        // half of a bar of 0.65 / 2.15 names with the gap of 15 % beside it
        assertThat(CHARTS.option(chart)).contains("[-0.174,1]", "[0.174,10]");
    }

    @Test
    void anEstimateOnALineHasABandAndTheNewestIsTold() {
        Chart chart = new Line(
                "%",
                List.of("2025", "2026"),
                List.of(new Series("desired", Tone.FIRST, List.of(new BigDecimal("50"), new BigDecimal("60")), 0)
                        .within(new Sureness(
                                "90 % interval",
                                List.of(
                                        new Range(new BigDecimal("40"), new BigDecimal("55")),
                                        new Range(new BigDecimal("52"), new BigDecimal("68")))))),
                Optional.empty());
        assertThat(CHARTS.option(chart)).contains("\"data\":[40,52]", "\"data\":[15,16],\"areaStyle\"");
        assertThat(CHARTS.onPage(chart, "x", "Who came"))
                .contains("aria-label=\"Who came. With 90 % interval: 2026 60, from 52 to 68\"")
                .contains("fill=\"var(--category-1)\"");
    }

    @Test
    void remarksStandAboveTheirPeriodOrInTheCorner() {
        Chart noted = new Chart.Noted(twoYears(), List.of(2, 2, 0));
        assertThat(CHARTS.option(noted))
                .contains("\"value\":[2,91],\"symbolOffset\":[0,-22]")
                .contains("\"value\":[2,91],\"symbolOffset\":[0,-42]");
        assertThat(words(CHARTS.onPage(noted, "n", "Noted"))).contains("1", "2", "3");
        assertThat(words(CHARTS.onPage(new Chart.Noted(OCTOBER, List.of(-1, -1)), "c", "Corner")))
                .contains("1", "2");
        assertThat(CHARTS.hash(noted)).isNotEqualTo(CHARTS.hash(twoYears()));
        assertThat(CHARTS.onPage(new Chart.Noted(OCTOBER, List.of(-1)), "c", "Corner"))
                .as("in the colours of the reader's theme")
                .doesNotContainPattern("\"#[0-9a-f]{3,6}\"");
    }

    @Test
    void anUnfinishedPeriodIsDashedAndAGapIsNotBridged() {
        String option = CHARTS.option(twoYears());
        assertThat(option).contains("\"connectNulls\":false").contains("\"type\":\"dashed\"");
        assertThat(option).contains("\"data\":[96,null,91,null]").contains("\"data\":[null,null,91,88]");
    }

    @Test
    void aSmallStepIsWrittenWithTheDigitsItNeedsAndNeverAsZero() {
        Bridge revenue = new Bridge(
                "EUR",
                "before",
                new BigDecimal("636528.23"),
                List.of(
                        new Step("customers", new BigDecimal("199600")),
                        new Step("no order", new BigDecimal("-20.00")),
                        new Step("rounding", new BigDecimal("0.04"))),
                "now",
                Direction.UP);
        assertThat(words(CHARTS.standalone(revenue, "Revenue")))
                .contains("636.5", "+199.6", "−0.02", "+0.00004")
                .doesNotContain("−0");
    }

    @Test
    void labelsOfOnePictureHaveTheSameDigits() {
        assertThat(labels("76.54", "4", "7.5")).containsSubsequence("76.5", "4.0", "7.5");
        assertThat(labels("54874.22", "113.7", "-220.09")).containsSubsequence("54,874", "114", "−220");
        assertThat(labels("2.82", "2.2", "0")).containsSubsequence("2.82", "2.20", "0");
        assertThat(labels("139", "84", "0")).containsSubsequence("139", "84", "0");
    }

    private static List<String> labels(String first, String second, String third) {
        return words(CHARTS.standalone(
                new Bars(
                        "%",
                        true,
                        List.of("a", "b", "c"),
                        List.of(new Series(
                                "one",
                                Tone.FIRST,
                                List.of(new BigDecimal(first), new BigDecimal(second), new BigDecimal(third)),
                                0))),
                "Labels"));
    }

    @Test
    void aLongNameBesideABarGoesOnInThreeLinesAndIsCutOnlyThere() {
        Bars reasons = ranking(
                "signed letter for new bank details", "do not want to bother friends, or the neighbours either");
        assertThat(words(CHARTS.standalone(reasons, "Reasons")))
                .contains("signed letter for new", "bank details")
                .contains("do not want to bother", "friends, or the", "neighbours either");
        assertThat(words(CHARTS.onTelephone(reasons, "x", "Reasons").orElseThrow()))
                .contains(
                        "signed letter",
                        "for new bank",
                        "details",
                        "do not want to",
                        "bother friends,",
                        "or the neighbou…");
    }

    @Test
    void agesInMonthsAreNamedByTheYearAndDrawnWithoutDots() {
        List<String> ages =
                IntStream.rangeClosed(0, 60).mapToObj(Integer::toString).toList();
        Line stays = new Line(
                "% still there",
                ages,
                List.of(new Series("still there", Tone.FIRST, Collections.nCopies(61, BigDecimal.TEN), 0)),
                Optional.empty());
        assertThat(words(CHARTS.standalone(stays, "Stays")))
                .contains("0", "12", "60")
                .doesNotContain("2", "24 ");
        assertThat(CHARTS.option(stays)).contains("\"symbolSize\":0");
    }

    @Test
    void aNameBelowABarThatMeetsTheNextGoesOnBelowOnATelephone() {
        Bars orders = new Bars(
                "customers",
                false,
                List.of("none before", "more", "as many", "less", "none now"),
                List.of(new Series("orders", Tone.FIRST, Collections.nCopies(5, BigDecimal.ONE), 0)));
        assertThat(words(CHARTS.onTelephone(orders, "x", "Orders").orElseThrow()))
                .contains("none", "before", "none now");
    }

    @Test
    void barsThatNoNameSharesStandBesideTheirNamesInTheColourOfTheLegend() {
        List<@Nullable BigDecimal> separates = Arrays.asList(BigDecimal.TEN, null);
        List<@Nullable BigDecimal> doesNot = Arrays.asList(null, new BigDecimal("-3"));
        Bars apart = new Bars(
                "points",
                true,
                List.of("took the phone", "answered"),
                List.of(
                        new Series("separates", Tone.FIRST, separates, 0),
                        new Series("does not", Tone.ORDINARY, doesNot, 0)));
        assertThat(CHARTS.option(apart)).contains("\"barGap\":\"-100%\"").doesNotContain(Paint.CONCERNING.light());
    }

    @Test
    void aLegendOfTwoRowsOnATelephonePushesThePictureDown() {
        assertThat(heightOnATelephone("came", "expected")).isEqualTo(260);
        assertThat(heightOnATelephone("came", "expected by MBG/NBD with one chance of leaving"))
                .isEqualTo(287);
    }

    private static int heightOnATelephone(String... names) {
        List<Series> series = Arrays.stream(names)
                .map(name -> new Series(name, Tone.FIRST, List.of(BigDecimal.ONE, BigDecimal.TEN), 0))
                .toList();
        String svg = CHARTS.onTelephone(
                        new Line("purchases", List.of("2026-01", "2026-02"), series, Optional.empty()), "l", "Line")
                .orElseThrow();
        Matcher height = Pattern.compile("height=\"(\\d+)\"").matcher(svg);
        assertThat(height.find()).isTrue();
        return Integer.parseInt(height.group(1));
    }

    @Test
    void aCurvePrintsItsMarkedPointsOnly() {
        Curve whale = new Curve(
                "% of customers",
                "% of contribution",
                List.of(
                        new Point(BigDecimal.ZERO, BigDecimal.ZERO, ""),
                        new Point(new BigDecimal("80.45"), new BigDecimal("124.87"), "Peak 124.87 %"),
                        new Point(new BigDecimal(100), new BigDecimal(100), "End 100.00 %")),
                Optional.of(new BigDecimal(100)));
        assertThat(words(CHARTS.standalone(whale, "Whale curve")))
                .contains("Peak 124.87 %", "End 100.00 %", "% of customers");
        assertThat(CHARTS.option(whale)).contains("\"value\":[80.45,124.87]", "\"type\":[2,4]");
    }

    @Test
    void namesOfAHeatTableStayOutOfItsCells() {
        List<String> months =
                IntStream.rangeClosed(1, 13).mapToObj("2026-m%02d"::formatted).toList();
        List<Shade> row = months.stream()
                .map(month -> new Shade(BigDecimal.ONE, "1", false))
                .toList();
        Heat course = new Heat(
                "tickets",
                "issue",
                List.of("The technician did not come and nobody called"),
                "month",
                months,
                List.of(List.copyOf(row)));

        assertThat(words(CHARTS.onPage(course, "trend", "Trend")))
                .as("every other month has its name, the last one too; a long name is cut")
                .contains("2026-m01", "2026-m11", "2026-m13", "The technician did not come and…")
                .doesNotContain("2026-m12");
    }

    @Test
    void aHeatTablePrintsEveryNumberAndHatchesWhatIsNotComplete() throws Exception {
        Heat heat = new Heat(
                "% still active",
                "gained in",
                List.of("2026-09", "<b>"),
                "age in months",
                List.of("0", "1"),
                List.of(
                        List.of(
                                new Shade(new BigDecimal(100), "100", false),
                                new Shade(new BigDecimal(62), "62", true)),
                        Arrays.asList(new Shade(new BigDecimal(100), "100", false), null)));
        String svg = CHARTS.onPage(heat, "cohorts", "Cohorts");
        assertThat(words(svg)).contains("% still active, by age in months", "gained in", "2026-09", "&lt;b&gt;", "62");
        assertThat(svg).contains("url(#cohorts-hatch)", "id=\"cohorts-hatch\"").doesNotContain("#12436d", " style=");
        assertThat(Pattern.compile("fill=\"url").matcher(svg).results()).hasSize(1);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void theMinimumStandardIsDrawnInAStyleOfItsOwn() {
        assertThat(CHARTS.option(twoYears()))
                .contains("\"name\":\"minimum standard\"")
                .contains("\"type\":[2,4]");
    }

    @Test
    void largeAmountsAreWrittenInThousandsAndTheAxisSaysSo() {
        Bars bars = new Bars(
                "GBP",
                false,
                List.of("2026-10"),
                List.of(new Series("value in", Tone.IMPROVING, List.of(new BigDecimal("1234567.89")), 0)));
        assertThat(CHARTS.option(bars)).contains("\"name\":\"thousand GBP\"", "\"formatter\":\"1,234.6\"");
    }

    @Test
    void lyingBarsSayTheirUnitAndTheirThousandsAboveThem() {
        Bars bars = new Bars(
                "GBP",
                true,
                List.of("retail", "schools"),
                List.of(new Series(
                        "value", Tone.FIRST, List.of(new BigDecimal("745120.55"), new BigDecimal("310870")), 0)));
        assertThat(words(CHARTS.standalone(bars, "Value by segment")))
                .contains("thousand GBP", "745.1", "310.9")
                .doesNotContain("745.1 thousand");
    }

    private static Bars ranking(String first, String second) {
        return new Bars(
                "customers",
                true,
                List.of(first, second),
                List.of(new Series("lost", Tone.CONCERNING, List.of(new BigDecimal(12), new BigDecimal(3)), 0)));
    }

    private static Line twoYears() {
        return new Line(
                "%",
                List.of("2026-01", "2026-02", "2026-03", "2026-04"),
                List.of(new Series("on time", Tone.ORDINARY, values("96", null, "91", "88"), 1)),
                Optional.of(new BigDecimal("95")));
    }

    private static List<@Nullable BigDecimal> values(@Nullable String... values) {
        return new ArrayList<>(Arrays.stream(values)
                .map(value -> value == null ? null : new BigDecimal(value))
                .toList());
    }

    private static List<String> words(String svg) {
        return Pattern.compile("<text[^>]*>([^<]*)</text>")
                .matcher(svg)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> ids(String svg) {
        Matcher matcher = Pattern.compile(" id=\"([^\"]*)\"").matcher(svg);
        return matcher.results().map(match -> match.group(1)).toList();
    }
}
