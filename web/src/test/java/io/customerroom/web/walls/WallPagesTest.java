package io.customerroom.web.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.web.LedgerStatus.Shown;
import io.customerroom.web.fixture.FixtureReadings;
import io.customerroom.web.fixture.FixtureRoom;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = FixtureRoom.class)
@AutoConfigureMockMvc
class WallPagesTest {

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private AtomicReference<Optional<Shown>> shown;

    @Test
    void theRoomOpensOnWallOneOfTheLatestWholeMonth() {
        assertThat(pages.get().uri("/")).hasRedirectedUrl("/walls/1");
        assertThat(text("/walls/1"))
                .contains("In October 2026, 212 customers came and 187 left: 25 more customers, 1,240 in all.")
                .contains("190 gained + 22 regained")
                .contains("1,215 opening + 190 gained + 22 regained − 187 lost = 1,240 closing")
                .contains(
                        "A reason is known for 125 of 187 departures (67 %), and GBP 13 thousand of the GBP 19 thousand that left with them.");
    }

    @Test
    void withoutALedgerTheFirstStepsAreShown() {
        Optional<Shown> before = shown.getAndSet(Optional.empty());
        try {
            assertThat(text("/walls/1"))
                    .contains("The walls are still empty", "Bring first data in", "href=\"/data/upload\"");
        } finally {
            shown.set(before);
        }
    }

    @Test
    void priorAndLastYearStandBesideEachOpeningFigureWithAWordForTheDirection() {
        assertThat(text("/walls/1"))
                .contains("in September 2026", "in October 2025")
                .containsPattern("(?s)Customers out.*?187.*?212.*?in September 2026.*?▲.*?−25 improving");
    }

    @Test
    void aRunningPeriodSaysThatItIsNotOverAndIsNotJudged() {
        String page = text("/walls/1?period=2026-11");
        assertThat(page)
                .contains("November 2026 so far (through 17 November 2026)")
                .contains("is not over");
        assertThat(page.substring(0, page.indexOf("Exhibits"))).doesNotContain("improving");
    }

    @Test
    void aContactOpensToItsChartAndToWhatCustomersSayThere() {
        assertThat(text("/walls/3")).contains("/contacts/view?contact=first+delivery&amp;period=2026-10");
        assertThat(text("/contacts/view?contact=first delivery&period=2026-10"))
                .contains("“first delivery” is below the floor since 11 October 2026")
                .contains("Natural limits from 26 readings")
                .contains("58 tickets, 40 complaints among them, and 12 survey answers")
                .contains("/contacts/view.csv?contact=first+delivery&amp;exhibit=series-1&amp;period=2026-10");
        assertThat(text("/contacts/view.csv?contact=first delivery&exhibit=series-1&period=2026-10"))
                .startsWith(
                        "read_on,value,n,says,standard,mean,lower,upper,signal,remark\r\n2026-10-25,88,640,breach,95,");
        assertThat(text("/contacts/view?contact=yearly visit&period=2026-10"))
                .contains("Nothing is measured at this contact yet");
        assertThat(pages.get().uri("/contacts/view?period=2026-10")).hasStatus(404);
    }

    @Test
    void anIssueOpensToItsClockItsVolumeAndWhereCustomersMeetIt() {
        assertThat(text("/walls/2?period=2026-10"))
                .contains("No issue has a promised level yet, so no clock runs")
                .contains("/issues/view?issue=parcel+arrives+broken&amp;period=2026-10");
        assertThat(text("/issues/view?issue=parcel arrives broken&period=2026-10"))
                .contains("No clock: no level is promised")
                .contains("64 tickets in October 2026")
                .contains("Natural limits from 25 periods")
                .contains("50 of 58 tickets in the stage “delivery”, contact “first delivery”")
                .contains("4 answers of this period speak of it")
                .contains("Nobody answers for this issue yet.")
                .contains("No plan is written yet.");
        assertThat(text("/issues/view.csv?issue=parcel arrives broken&exhibit=volume&period=2026-10"))
                .startsWith("period,opening,opened,closed,closing,complaints_opened,customers,most,clock,signal\r\n"
                        + "2026-10,10,64,40,34,32,64,,,");
        assertThat(pages.get().uri("/issues/view?period=2026-10")).hasStatus(404);
    }

    @Test
    void contractsMoveFromOpeningToClosingAndWhoGaveNoticeStandsByKey() {
        assertThat(text("/walls/1/contracts?period=2026-10"))
                .contains(
                        "600.00 opening + 30.50 new + 0.00 back + 0.00 more − 0.00 less − 56.00 lost = 574.50 closing")
                .contains("9.33 % of the monthly value was given up; 15.00 % of the customers left")
                .contains("1 customer has given notice and is still here: GBP 33 a month")
                .contains("c3mv", "is.contract=k-17")
                .contains("2 pauses last at the end, 4 contracts are unpaid; GBP 13 paid back", "is.kind=pause")
                .contains("If it said", "are lost, and a reactivation when they go on", "is.pauses=lost")
                .contains("Counted like", "ours: contracts@1", "ProfitWell", "is.definition=contracts")
                .contains("% are still under contract after 3 years", "Kaplan–Meier; bounds of the 90 % interval")
                .contains("Aalen–Johansen; with those still there the reasons are 100 %", "not told", "is.year=1")
                .contains("Contracts in force will still bring about GBP ", "discounted by 15 % a year")
                .contains("Foretold by one chance for all, fitted to what was known on 31 January 2026 alone")
                .doesNotContain(FixtureReadings.HOSTILE);
        assertThat(text("/walls/1/rescue-list.csv?period=2026-10"))
                .contains("c3mv,k-17,2026-11-08,2026-11-30,16,32.5,1200.75,0");
    }

    @Test
    void theBestFifthIsCountedWithWhatItCarriesAndHowItChanged() {
        assertThat(text("/walls/1/best?period=2026-10"))
                .contains("The best 248 customers carry 60 % of the contribution")
                .contains("2 customers share the last place, and all of them are in")
                .contains("3 customers of unknown cost are in no place")
                .contains("fell out: are still here", "is.part=fell")
                .contains("1 of the 1 best customer has waited for a touch for more than 60 days")
                .contains("mass mail", ">2026-11-01<", "is.customer=4711");
    }

    @Test
    void whoCameIsHeldAgainstWhomWeWishToWinAndAgainstWhatItCost() {
        assertThat(text("/walls/1/came?period=2026-10"))
                .contains("50 % of the 190 customers gained are those we wished to win")
                .contains("were gone within half a year")
                .contains("Web brought +50 % in the first year")
                .contains("runs for 90 of 90", "is.fit=desired", "is.half_year=left");
    }

    @Test
    void whoCameByRecommendationIsCountedWithAndWithoutThoseWhoWouldHaveComeAnyway() {
        assertThat(text("/walls/1/advocates?period=2026-10"))
                .contains("40 opening + 12 brought in + 1 back − 4 left = 49 closing")
                .contains("25 % of them would have come anyway")
                .contains("56 of 600 customers recommended us within a year: 7.3 to 11.9 %")
                .contains("“do not want to bother friends” leads among 9 reasons not to recommend us")
                .contains("is.movement=lost", "is.referrer=5000");
        assertThat(text("/walls/1/referral-asset.csv?period=2026-10"))
                .contains("brought in,12,1200.5,3,300.125,9,900.375", "left again,-4,-400,-1,-100,-3,-300");
    }

    @Test
    void behavioursAreTestedTogetherAndOneIsFound() {
        assertThat(text("/walls/1/staying?period=2026-10"))
                .contains("“Holds two contracts” separates stayers from leavers: +20.4 points more stayed")
                .contains("1 of 6 behaviours tested separate")
                .contains("30 customers ordered less than before or not at all, 20 more")
                .contains("Of those who would recommend us 80.0 % stayed, of those who would not 60.0 %")
                .contains("is.kind=contracts", "is.shown=yes");
    }

    @ParameterizedTest
    @CsvSource({
        "/walls/1/staying, 'loyalty,loyalty-segments,usage-change,said-and-did'",
        "/walls/1/came, 'desired,return-by-channel,return-by-site,volume-and-value'",
        "/walls/1/advocates, 'referral-asset,recommending-rate,referral-why-not'",
    })
    void estimatesCarryTheirIntervalsInThePictureAndInItsWords(String address, String exhibits) {
        assertThat(text(address + "?period=2026-10"))
                .contains(Stream.of(exhibits.split(",", -1))
                        .map("id=\"%s\""::formatted)
                        .toList())
                .contains(". With 95 % interval: ", ">95 % interval</text>");
    }

    @Test
    void theInventoryListsEveryContactWithItsEvidence() {
        assertThat(text("/contacts"))
                .contains("2 contacts known, 0 of at most 15 chosen")
                .contains("measured, revenue building")
                .contains("&lt;script&gt;alert(");
        assertThat(text("/walls/3")).contains("no priority contact", "2 contacts known");
    }

    @Test
    void theHelpPagePrintsHowOftenRulesCryWolf() {
        assertThat(text("/help/control-charts"))
                .contains("90.8 ± 1.7")
                .contains("91.75 (Champ and Woodall 1987")
                .contains("8 points in a row on one side of the mean");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/walls/1",
                "/walls/1/earning",
                "/walls/1/audit",
                "/walls/1/worth",
                "/walls/1/contracts",
                "/walls/1/best",
                "/walls/1/advocates",
                "/walls/1/came",
                "/walls/1/staying",
                "/walls/2",
                "/walls/3",
                "/contacts/view?contact=first+delivery",
                "/issues/view?issue=parcel+arrives+broken",
                "/issues/view?issue=%3Cscript%3E",
                "/walls/2/flow",
                "/walls/2/nature",
                "/walls/2/trend",
                "/walls/2/waiting",
                "/help/control-charts",
                "/walls/1?segment=%3Cscript%3E",
                "/walls/1?period=2026-Q3"
            })
    void pagesRunNoForeignMarkupAndNeedNoInlineStyle(String address) {
        MvcTestResult page = pages.get().uri(URI.create(address)).exchange();
        assertThat(page).hasStatusOk().headers().containsHeader("Content-Security-Policy");
        assertThat(page).bodyText().doesNotContain("<script", " style=", "<style", " onclick=", "th:");
    }

    @Test
    void aHostileSegmentNameIsOnlyText() {
        assertThat(text("/walls/1")).contains("&lt;script&gt;alert").doesNotContain(FixtureReadings.HOSTILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/walls/1",
                "/walls/1/earning",
                "/walls/1/audit",
                "/walls/1/cohorts",
                "/walls/1/worth",
                "/walls/2",
                "/walls/3"
            })
    void idsAreUniqueSelectsAreLabelledAndScrollingRegionsAreReachedByKeyboard(String address) {
        String page = text(address);
        List<String> ids = found(page, " id=\"([^\"]+)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(found(page, "<select id=\"([^\"]+)\""))
                .allSatisfy(id -> assertThat(page).contains("<label for=\"" + id + "\""));
        assertThat(found(page, "<div class=\"(?:table|chart)[^\"-]*\"([^>]*)>"))
                .isNotEmpty()
                .allSatisfy(attributes ->
                        assertThat(attributes).contains("tabindex=\"0\"", "role=\"region\"", "aria-label"));
        assertThat(found(page, "(<h1)")).hasSize(1);
    }

    @Test
    void everyPictureHasItsTableAndItsFileBesideIt() {
        String page = text("/walls/1");
        assertThat(found(page, "(class=\"chart-wide\"><svg )")).hasSize(4);
        assertThat(found(page, "(class=\"chart-narrow\"><svg )")).hasSize(4);
        assertThat(found(page, "(<summary>The numbers)")).hasSize(5); // and the long list of unknown customers
        assertThat(found(page, "(<figure)")).hasSameSizeAs(found(page, "aria-label=\"(Table as CSV)"));
    }

    @Test
    void aPageWeighsLessThanThreeHundredKilobytes() {
        assertThat(text("/walls/1")).hasSizeLessThan(150_000);
    }

    @Test
    void stagesStandInTheOrderOfTheJourneyAndOthersAfterThem() {
        assertThat(text("/walls/2/tickets-by-stage.csv")).isEqualTo("""
                        stage,opened,closed,open,prior,last_year\r
                        order,22,20,15,21,22\r
                        delivery,31,28,18,30,31\r
                        use,40,36,21,39,40\r
                        invoice,49,44,24,48,49\r
                        renewal,58,52,27,57,58\r
                        """);
    }

    @Test
    void breachesComeFirstOnWallThree() {
        String page = text("/walls/3");
        assertThat(page).contains("In October 2026, 2 of 5 priority contacts broke their minimum standard, 1 held it");
        assertThat(page.indexOf("complaint call back")).isLessThan(page.indexOf("answering the telephone"));
        assertThat(page).contains("at most 24 h", "31.5 h");
    }

    @Test
    void filesKeepExactNumbersAndMissingIsEmpty() {
        assertThat(text("/walls/1/value-by-segment.csv"))
                .contains("schools,210,310870,310870,310870,310870,44000\r\n")
                .contains("no segment,60,18200.05,18200.05,18200.05,18200.05,\r\n")
                .contains("-1200.5");
    }

    @Test
    void aChapterPrintsPeakAndEndOfTheWhaleCurveAndHowToReadIt() {
        assertThat(text("/walls/1")).contains("href=\"/walls/1/earning?period=2026-10\"");
        assertThat(text("/walls/1/earning?segment=retail&window=all"))
                .contains("4 customers earn 120.00 % of the contribution, 1 gives 20.00 % back")
                .contains("Peak: GBP 120.00 = 120.00 % after 4 of 5 customers. End: GBP 100.00 = 100.00 %")
                .contains("1 customer without known cost stands apart")
                .contains("customers, segment retail; since the beginning, to October 2026")
                .contains("How to read this", "Peak 120.00 %", "End 100.00 %")
                .contains("is.part=below-zero", "window=all");
        assertThat(text("/walls/1/whale-curve.csv"))
                .contains("best 20 %,1,60,60,60,60\r\n", "given back by those below zero,1,-20,-20,,\r\n");
    }

    @Test
    void everyFigureLeadsToWhyItChangedAndTheStepsLeadFromPeriodToPeriod() {
        assertThat(text("/walls/1"))
                .contains("href=\"/walls/1/why?period=2026-10#why-came\"")
                .contains("href=\"/walls/1/why?period=2026-10#why-left\"")
                .contains("href=\"/walls/1/why?period=2026-10#why-value\"");
        assertThat(text("/walls/1/why"))
                .contains("+25 active customers: gained +190, lost, no reason known −153")
                .contains("1,215 + 25 = 1,240", "9,000.00 + 1,000.50 = 10,000.50")
                .contains("+18 customers who left: no reason known +13, price +5")
                .contains("September 2026", "is.part=lost", "is.reason=price", "is.split=reason")
                .contains("The scale starts at");
        assertThat(text("/walls/1/why-reasons.csv"))
                .contains("\"lost, price\",12,0,-12,100,0,-100\r\n")
                .contains("together,1215,1240,25,9000,10000.5,1000.5\r\n");
    }

    @Test
    void aReasonThatWasRenamedStandsTwiceInTheRegisterWithItsDays() {
        assertThat(text("/walls/1/why"))
                .contains("3 reasons for leaving known, 1 new, 1 not given for a year")
                .contains("A reason that was renamed is two reasons");
        assertThat(text("/walls/1/reason-register.csv?period=2026-10"))
                .contains("reason not known,,,,,900,90000.5,62\r\n")
                .contains("too expensive,not given for a year,2023-10-01,2025-08-01,315,310,31000,31\r\n")
                .contains("too hard to use,in use,2025-09-01,2026-10-21,295,290,29000,29\r\n")
                .contains("no signal at home,new,2026-10-03,2026-10-10,8,3,300,0\r\n");
    }

    @Test
    void theAuditMultipliesBackAndItsStepsLeadFromWindowToWindow() {
        assertThat(text("/walls/1/audit"))
                .contains("10 customers × 2.50 orders × GBP 40 an order = GBP 1,000")
                .contains("1,000.00 over 25 orders = 40.00 an order", "own values per order is 45.00")
                .contains("4 customers whose cost of sales is known: 100.00 of 500.00 = 20.00 %")
                .contains("The best tenth of the customers brings 60 % of the revenue")
                .contains("1 of 10 customers brings half of the revenue", "6 of 10 customers placed a single order")
                .contains(
                        "+GBP 340 of revenue: customers +GBP 160, orders per customer +GBP 200, value per order +GBP 0")
                .contains("The best tenth of the customers brings 60 % of the margin")
                .contains(
                        "+GBP 36 of margin: customers +GBP 0, orders each +GBP 24, value per order −GBP 8, margin rate +GBP 20")
                .contains("is.known=before", "is.cohort=")
                .contains("Of 10 customers who first ordered in 2025 Q1 4 ordered in 2026 Q3")
                .contains("A customer of 2026 Q1 brought GBP 216 by age 2, one of 2025 Q1 brought GBP 216")
                .contains("640.00 + 340.00 = 980.00", "6 customers bought in both, 2 only before, 4 only now")
                .contains("is.bought_in=only+now", "is.cut=revenue", "is.part=1+of+10")
                .doesNotContain("lost customers");
        assertThat(text("/walls/1/audit-change.csv"))
                .contains("customers,8,10,160\r\n", "orders per customer,2,2.5,200\r\n")
                .endsWith("returns without an order,,,-20\r\ntogether: revenue,640,980,340\r\n");
        assertThat(text("/walls/1/audit?window=half")).contains("six months to ", "against the six months before");
        assertThat(text("/walls/1/audit-change-margin.csv"))
                .startsWith("step,before,now,change\r\n")
                .endsWith(",36\r\n");
        assertThat(text("/walls/1/audit?window=all")).doesNotContain("audit-change");
    }

    @Test
    void groupsAndSplitsAddUpToTheirTotalAndKeepUnknownCostApart() {
        assertThat(text("/walls/1/earning"))
                .contains("The best fifth brings 100 % of the contribution, 1 customer cost more than they bring")
                .contains("Apart: 1 customer without known cost, revenue GBP 80.00");
        assertThat(text("/walls/1/profitability-groups.csv"))
                .contains("below zero,1,30,45,4,1,-20,-20,-20,-20\r\n")
                .contains("cost not known,1,80,,3,0,,,,\r\n")
                .endsWith("all with known cost,5,400,275,22,3,100,100,100,100\r\n");
        assertThat(text("/walls/1/contribution-by-segment.csv"))
                .endsWith("all,6,400.2,260,22,3,115.2,115.2,115.2,2,160\r\n");
    }

    @Test
    void theWorthOfCustomersStandsBesideItsAssumptionsIntervalAndHoldout() {
        assertThat(text("/walls/1/worth"))
                .contains("Those who are our customers will still buy for about GBP ")
                .contains("discounted by 15 % a year, 5 years ahead", "90 % interval from GBP ")
                .contains("Assumes that the future is like the past")
                .contains("of customers who had bought by 31 May 2026", "550 purchases came")
                .contains("Of 600 who ever bought")
                .doesNotContainIgnoringCase("retention");
        assertThat(text("/walls/1/customer-equity.csv")).contains("year 5,", "together,");
    }

    @Test
    void cohortsMarkWhatIsNotYetComplete() {
        String page = text("/walls/1/cohorts?period=2026-11");
        assertThat(page)
                .contains("70.0 % of those gained in April 2026 are active six months on")
                .contains("A customer gained in April 2026 has brought GBP 35 six months on")
                .contains("not yet complete", "-hatch)");
        assertThat(text("/walls/1/cohort-activity.csv?period=2026-11"))
                .contains(
                        "2026-10,0,2026-10,200,200,100,complete\r\n2026-10,1,2026-11,200,190,95,not yet complete\r\n");
    }

    @Test
    void aPictureIsAFileOfItsOwn() {
        MvcTestResult svg = pages.get().uri("/walls/1/flow.svg?period=2026-10").exchange();
        assertThat(svg).hasStatusOk().hasContentTypeCompatibleWith("image/svg+xml");
        assertThat(svg)
                .headers()
                .hasValue("Content-Disposition", "attachment; filename=\"wall-1-flow-2026-10-known-2026-11-18.svg\"");
        assertThat(svg).bodyText().contains("#0b6fb8").doesNotContain("var(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/walls/9",
                "/walls/1/no-such.csv",
                "/walls/1/no-such",
                "/walls/2/earning",
                "/walls/1?window=week",
                "/walls/1?period=2026-13"
            })
    void whatIsUnknownIsToldWithCodeAndNextStepAndNoTrace(String address) {
        MvcTestResult page = pages.get().uri(address).exchange();
        assertThat(page).hasStatus(404);
        assertThat(page).bodyText().contains("_UNKNOWN", "Next step.").doesNotContain("Exception", "at io.");
    }

    @Test
    void aPeriodAheadIsRefusedWithTheLastDayKnown() {
        assertThat(pages.get().uri("/walls/1?period=2027-01"))
                .hasStatus(400)
                .bodyText()
                .contains("2027-01 begins after 2026-11-17", "PERIOD_AHEAD");
    }

    private String text(String address) {
        MvcTestResult result = pages.get().uri(address).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
