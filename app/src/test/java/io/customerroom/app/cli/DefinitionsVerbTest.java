package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A rule of a year in force, one of thirty days that will hold later, and one of a department. */
@TestInstance(Lifecycle.PER_CLASS)
class DefinitionsVerbTest {

    /** Ada comes back after two months; Bo buys once; Cyd comes last. */
    private static final String SALES = """
            order,customer,date,amount
            R-1,ada,2025-01-10,10.00
            R-2,bo,2025-01-12,20.00
            R-3,ada,2025-03-20,10.00
            R-4,cyd,2025-04-02,5.00
            """;

    private static final String THIRTY = """
            name: activity
            version: 2
            owner: head of sales
            reason: who buys buys every month
            valid-from: 2030-01-01
            sign-off: [Leo, Mia]
            lapse-days: 30
            """;

    private static final String DEPARTED = """
            name: lost
            department: support
            version: 1
            owner: head of support
            reason: whoever says goodbye is gone
            valid-from: 2020-01-01
            departures-of: helpdesk
            """;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Path folder;

    @BeforeAll
    void facts(@TempDir Path made) throws IOException {
        folder = made;
        Typed.in(folder, "init", ".");
        Files.writeString(folder.resolve("sales.csv"), SALES);
        Files.writeString(folder.resolve("definitions/activity-2.yaml"), THIRTY);
        Files.writeString(folder.resolve("definitions/lost-support.yaml"), DEPARTED);
        Typed.in(folder, "import", "sales.csv", "--as", "purchase");
    }

    @Test
    void listSaysWhoOwnsWhoSignedAndWhatIsInForce() {
        assertThat(lines("definitions", "--format", "csv"))
                .containsExactly(
                        "definition,rule,version,valid_from,owner,signed_off,in_force",
                        "activity@1,activity,1,1900-01-01,chief customer officer,,true",
                        "activity@2,activity,2,2030-01-01,head of sales,\"Leo, Mia\",false",
                        "contracts@1,contracts,1,1900-01-01,chief customer officer,,true",
                        "cost-rules@1,cost-rules,1,1900-01-01,chief customer officer,,true",
                        "lost/support@1,lost/support,1,2020-01-01,head of support,,false",
                        "loyalty-behaviours@1,loyalty-behaviours,1,1900-01-01,chief customer officer,,true",
                        "referrals@1,referrals,1,1900-01-01,chief customer officer,,true",
                        "touch@1,touch,1,1900-01-01,chief customer officer,,true",
                        "value@1,value,1,1900-01-01,chief customer officer,,true",
                        "worth@1,worth,1,1900-01-01,chief customer officer,,true");
        assertThat(Typed.in(folder, "definitions").out())
                .containsPattern("activity@1 +the first day +chief customer officer +nobody yet +yes ")
                .containsPattern("activity@2 +2030-01-01 +head of sales +Leo, Mia +no ");
    }

    @Test
    void oneIsShownWithWhatItSays() {
        assertThat(lines("definitions", "activity@2"))
                .contains(
                        "definition           activity@2",
                        "active by purchase   for 30 days after each",
                        "reason               who buys buys every month",
                        "signed off by        Leo, Mia",
                        "in force             no");
        assertThat(Typed.in(folder, "definitions", "lost/support@1", "--format", "json")
                        .out())
                .isEqualTo("{\"definition\":\"lost/support@1\",\"in_force\":false,\"owner\":\"head of support\","
                        + "\"reason\":\"whoever says goodbye is gone\",\"rule\":\"lost/support\","
                        + "\"says\":{\"Lost\":\"who has a departure in the source helpdesk\"},\"signed_off\":[],"
                        + "\"valid_from\":\"2020-01-01\",\"version\":1}\n");
    }

    /** By thirty days both of January are lost in February, and Ada is regained in March; by a year nobody moves but Cyd in April. */
    @Test
    void bridgeNamesWhomEachCountsAlone() {
        assertThat(lines(
                        "definitions", "compare", "activity@1", "activity@2", "--period", "2025-03", "--format", "csv"))
                .containsExactly(
                        "period,figure,one,one_only,one_only_elsewhere,both,other_only,other_only_elsewhere,other,gap",
                        "2025-03,opening,2,2,0,0,0,0,0,-2",
                        "2025-03,gained,0,0,0,0,0,0,0,0",
                        "2025-03,regained,0,0,0,0,1,0,1,1",
                        "2025-03,lost,0,0,0,0,0,0,0,0",
                        "2025-03,closing,2,1,0,1,0,0,1,-1");
        assertThat(Typed.in(folder, "definitions", "compare", "activity@1", "activity@2", "--period", "2025-Q1")
                        .out())
                .startsWith("activity@1 and activity@2 in 2025-Q1, in customers, through 2025-04-02\n")
                .contains("Value of the active customers at its end: 40 by activity@1, 20 by activity@2.\n"
                        + "The gap of -20 is 0 for customers active by both, 0 for those active by activity@2 alone,"
                        + " less 20 by activity@1 alone.\n");
    }

    /** Eve's contract of 12 a month runs through March and is unpaid since the first of it. */
    @Test
    void rulesForContractsAreBridgedOverTheLedgerInForceMovementByMovementAndSwitchBySwitch() throws IOException {
        Files.writeString(
                folder.resolve("contracts.csv"), "contract,customer,started on,amount\nV-1,eve,2025-01-01,12.00\n");
        Files.writeString(
                folder.resolve("events.csv"),
                "contract,customer,kind,from,until,amount\nV-1,eve,unpaid,2025-03-01,,\nV-1,eve,discount,2025-02-01,,2.00\n");
        Typed.in(folder, "import", "contracts.csv", "--as", "contract");
        Typed.in(folder, "import", "events.csv", "--as", "contract-event");

        String[] asked = {
            "definitions", "compare", "contracts@1", "contracts/as-profitwell@1", "--period", "2025-03", "--format"
        };
        assertThat(lines(with(asked, "csv")))
                .containsExactly(
                        "period,movement,one,other,gap,differently,other_only,one_only,customers_one,customers_other,customers_both",
                        "2025-03,opening,12,10,-2,,,,1,1,",
                        "2025-03,new,0,0,0,0,0,0,0,0,0",
                        "2025-03,reactivation,0,0,0,0,0,0,0,0,0",
                        "2025-03,resumption,0,0,0,0,0,0,0,0,0",
                        "2025-03,expansion,0,0,0,0,0,0,0,0,0",
                        "2025-03,contraction,0,0,0,0,0,0,0,0,0",
                        "2025-03,pause,0,0,0,0,0,0,0,0,0",
                        "2025-03,churn,0,-10,-10,0,-10,0,0,1,0",
                        "2025-03,closing,12,0,-12,,,,1,0,");
        assertThat(Typed.in(folder, with(asked, "table")).out())
                .containsPattern("discounts +beside +always +opening +-2 +0")
                .containsPattern("dunning-days +never +15 +churn +-10 +1");
        assertThat(Typed.in(folder, with(asked, "json")).out()).contains("\"switch\":\"dunning-days\"");
        assertThat(Typed.in(folder, "definitions", "compare", "contracts@1", "activity@1")
                        .err())
                .endsWith("[DEFINITIONS_NOT_ALIKE]\n");
    }

    private static String[] with(String[] asked, String format) {
        String[] words = Arrays.copyOf(asked, asked.length + 1);
        words[asked.length] = format;
        return words;
    }

    @Test
    void comparingLeavesTheLedgerInForce() {
        Typed.in(folder, "build");
        Typed.in(folder, "definitions", "compare", "activity@2", "activity@1", "--format", "json");
        assertThat(Typed.in(folder, "show", "customer-math", "--format", "json").out())
                .contains("\"definition\":\"activity@1,value@1\"");
    }

    @Test
    void whatMakesNoLedgerOrIsNotThereIsRefused() {
        assertThat(Typed.in(folder, "definitions", "compare", "activity@1", "lost/support@1")
                        .err())
                .endsWith("[DEFINITION_WITHOUT_LEDGER]\n");
        assertThat(Typed.in(folder, "definitions", "activity@7"))
                .extracting(Typed::exitCode, Typed::err)
                .containsExactly(
                        2,
                        "There is no definition 'activity@7'. Known are activity@1, activity@2, contracts@1, cost-rules@1, lost/support@1, loyalty-behaviours@1, referrals@1, touch@1, value@1, worth@1."
                                + " [DEFINITION_UNKNOWN]\n");
        assertThat(Typed.in(folder, "definitions", "compare", "activity@1", "activity@2", "--period", "2031-01")
                        .err())
                .endsWith("[PERIOD_NOT_IN_LEDGER]\n");
    }

    private List<String> lines(String... words) {
        return Typed.in(folder, words).out().lines().toList();
    }
}
