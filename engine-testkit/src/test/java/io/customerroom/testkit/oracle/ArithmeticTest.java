package io.customerroom.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.Purchase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The arithmetic that must come out, told to the oracle. */
class ArithmeticTest {

    @Test
    void v3AYearlyPlanOfTwoThousandIs166And67AMonth() {
        assertThat(contract("plan", "2026-01-01", null, "2000", 12).monthly()).isEqualByComparingTo("166.6666666667");
    }

    @Test
    void v3SixtyMoreAMonthGrowsOneOfTwoEndedShrinksTheLastEndedLosesAndAReturnRegains() {
        Company company = company(
                List.of(),
                List.of(
                        contract("plan", "2026-01-01", "2026-05-01", "2000", 12),
                        contract("extra", "2026-02-01", "2026-04-01", "60", 1),
                        contract("again", "2026-06-10", null, "50", 1)));

        assertThat(states(company, 30, "2026-06-30"))
                .containsExactly("gained", "growing", "continuing", "shrinking", "lost", "regained");
    }

    @Test
    void v4NoticeOnTheEighthPaidUntilTheFifteenthIsLostOnTheFifteenth() {
        Company company = company(List.of(), List.of(contract("plan", "2026-01-01", "2026-06-15", "10", 1)));

        Oracle oracle = new Oracle(company, Rules.lapse(30), LocalDate.parse("2026-06-30"));

        assertThat(oracle.spells())
                .containsExactly(new Spell("who", 1, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-06-15")));
    }

    @Test
    void v7TenTenNothingTwelveFifteenNine() {
        Company company = company(
                List.of(
                        sale("2026-01-15", "10"),
                        sale("2026-02-15", "10"),
                        sale("2026-04-15", "12"),
                        sale("2026-05-15", "15"),
                        sale("2026-06-15", "9")),
                List.of());

        assertThat(states(company, 31, "2026-06-30"))
                .containsExactly("gained", "continuing", "lost", "regained", "growing", "shrinking");
    }

    @Test
    void aPurchaseOnTheDayOfTheLossIsAReturn() {
        Company company = company(List.of(sale("2026-01-01", "1"), sale("2026-01-12", "1")), List.of());

        assertThat(spells(company, 10)).containsExactly("2026-01-01..2026-01-12", "2026-01-12..2026-01-23");
        assertThat(spells(company, 11)).containsExactly("2026-01-01..2026-01-24");
    }

    @Test
    void contractsThatTouchJoinAndAPurchaseJoinsOnlyWhatItOverlaps() {
        Contract first = contract("a", "2026-01-01", "2026-02-01", "1", 1);
        Contract next = contract("b", "2026-02-01", "2026-03-01", "1", 1);

        assertThat(spells(company(List.of(), List.of(first, next)), 10)).containsExactly("2026-01-01..2026-03-01");
        assertThat(spells(company(List.of(sale("2026-02-01", "1")), List.of(first)), 10))
                .containsExactly("2026-01-01..2026-02-01", "2026-02-01..2026-02-12");
        assertThat(spells(company(List.of(sale("2026-01-31", "1")), List.of(first)), 10))
                .containsExactly("2026-01-01..2026-02-11");
    }

    private static List<String> states(Company company, int lapse, String through) {
        return new Oracle(company, Rules.lapse(lapse), LocalDate.parse(through))
                .customerPeriods("month").stream().map(CustomerPeriod::state).toList();
    }

    private static List<String> spells(Company company, int lapse) {
        return new Oracle(company, Rules.lapse(lapse), LocalDate.parse("2026-12-31"))
                .spells().stream()
                        .map(spell -> spell.startedOn() + ".." + spell.endedOn())
                        .toList();
    }

    private static Company company(List<Purchase> purchases, List<Contract> contracts) {
        return Company.of(ZoneOffset.UTC, Month.JANUARY, purchases, contracts);
    }

    private static Purchase sale(String day, String amount) {
        LocalDate on = LocalDate.parse(day);
        var at = on.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Purchase(
                "shop", day, "1", "who", at, on, at, "sale", null, new BigDecimal(amount), null, null, null);
    }

    private static Contract contract(
            String id, String started, @Nullable String ended, String amount, int billingMonths) {
        LocalDate on = LocalDate.parse(started);
        var at = on.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Contract(
                "service",
                id,
                "who",
                at,
                on,
                at,
                null,
                ended == null ? null : LocalDate.parse(ended),
                null,
                new BigDecimal(amount),
                billingMonths,
                null,
                null);
    }
}
