package io.customerroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BelievableCompanyTest {

    private static final Plan PLAN = new Plan(new DemoSettings(5_000, 24, 7, LocalDate.of(2026, 10, 31)));
    private static final List<Entry> BOOKS = new ArrayList<>();

    static {
        new Books(PLAN).tell(BOOKS::add);
    }

    @Test
    void everyLineBelongsToARegisteredCustomerOrToNobody() {
        Set<String> known = new HashSet<>();
        of(Entry.Registered.class)
                .forEach(it -> assertThat(known.add(it.customer())).isTrue());
        assertThat(of(Entry.Contracted.class))
                .allMatch(it -> known.contains(it.person().contractId()));
        assertThat(of(Entry.Sold.class))
                .allMatch(it -> it.customer().map(known::contains).orElse(true));
        assertThat(of(Entry.Asked.class)).allMatch(it -> known.contains(it.customer()));
        assertThat(of(Entry.Answered.class)).allMatch(it -> known.contains(it.customer()));
        assertThat(of(Entry.Spent.class)).allMatch(it -> known.contains(it.customer()));
        assertThat(of(Entry.Recommended.class))
                .allMatch(it -> known.contains(it.customer())
                        && it.referred().map(known::contains).orElse(true));
        assertThat(of(Entry.Linked.class))
                .isNotEmpty()
                .allMatch(it -> known.contains(it.person().contractId())
                        && known.contains(it.person().cardId()));
    }

    @Test
    void keysAreUnique() {
        assertUnique(
                of(Entry.Sold.class).map(it -> it.order() + " " + it.line()).toList());
        assertUnique(of(Entry.Supplied.class)
                .map(it -> it.person().contractId() + it.day())
                .toList());
        assertUnique(of(Entry.Contracted.class).map(it -> it.contract().id()).toList());
        assertUnique(of(Entry.Asked.class).map(Entry.Asked::ticket).toList());
        assertUnique(of(Entry.Answered.class).map(Entry.Answered::feedback).toList());
        assertUnique(of(Entry.Spent.class).map(Entry.Spent::cost).toList());
        assertUnique(
                of(Entry.Recommended.class).map(Entry.Recommended::referral).toList());
    }

    @Test
    void nothingHappensOutsideTheHistory() {
        assertThat(of(Entry.Sold.class).map(Entry.Sold::day)).allMatch(BelievableCompanyTest::inside);
        assertThat(of(Entry.Supplied.class).map(Entry.Supplied::day)).allMatch(BelievableCompanyTest::inside);
        assertThat(of(Entry.Asked.class).map(it -> it.opened().toLocalDate())).allMatch(BelievableCompanyTest::inside);
        assertThat(of(Entry.Answered.class).map(Entry.Answered::day)).allMatch(BelievableCompanyTest::inside);
        assertThat(of(Entry.Read.class).map(Entry.Read::day)).allMatch(BelievableCompanyTest::inside);
        assertThat(of(Entry.Spent.class).map(Entry.Spent::day)).allMatch(BelievableCompanyTest::inside);
    }

    @Test
    void everyMonthAtWhoseEndContractsAreInForceHasTheirCostAndNoOther() {
        Contract contract = new Contract(
                "V1",
                Tariff.DSL,
                LocalDate.of(2026, 1, 31),
                Optional.of(LocalDate.of(2026, 4, 30)),
                Optional.empty(),
                120_00,
                12);
        Person person = of(Entry.Contracted.class)
                .map(Entry.Contracted::person)
                .filter(it -> it.segment() == Segment.STUDENT)
                .findFirst()
                .orElseThrow();
        List<String> months = new ArrayList<>();
        new Supply(PLAN).tell(new Life(person, List.of(contract), List.of(), List.of(), List.of()), entry -> {
            if (entry instanceof Entry.Supplied it) {
                months.add(it.day() + " " + it.costCents());
            }
        });
        assertThat(months)
                .as("nine tenths of 17.99")
                .containsExactly("2026-01-31 1619", "2026-02-28 1619", "2026-03-31 1619");
        assertThat(contract.twelfthsOfCentsPerMonth()).isEqualTo(120_00);
    }

    @Test
    void contractsStartBeforeTheyEndAndAreNoticedBetween() {
        assertThat(of(Entry.Contracted.class).map(Entry.Contracted::contract)).allSatisfy(contract -> {
            contract.endedOn().ifPresent(end -> assertThat(end).isAfter(contract.startedOn()));
            contract.noticedOn()
                    .ifPresent(day -> assertThat(day)
                            .isBetween(contract.startedOn(), contract.endedOn().orElseThrow()));
        });
        assertThat(of(Entry.Contracted.class).map(it -> it.contract().endedOn().orElse(LocalDate.MIN)))
                .as("some gave notice and are still here")
                .anyMatch(end -> end.isAfter(PLAN.lastDay()));
    }

    @Test
    void everyMonthCustomersComeAndGoAndMoreComeThanGo() {
        int[] gained = new int[24];
        int[] lost = new int[24];
        of(Entry.Registered.class)
                .filter(it -> it.customer().startsWith("K") && inside(it.since()))
                .forEach(it -> gained[PLAN.monthOf(it.since())]++);
        of(Entry.Left.class).forEach(it -> lost[PLAN.monthOf(it.left())]++);
        int growing = 0;
        for (int month = 0; month < 24; month++) {
            assertThat(gained[month]).as("gained in month %d", month).isPositive();
            assertThat(lost[month]).as("lost in month %d", month).isPositive();
            growing += gained[month] > lost[month] ? 1 : 0;
        }
        assertThat(growing).isGreaterThanOrEqualTo(17);
    }

    @Test
    void customersBuyAtTheirOwnPaceReturnSomeOfItAndBuyMoreInDecember() {
        Map<String, Integer> orders = new HashMap<>();
        of(Entry.Sold.class)
                .filter(it -> it.line() == 1 && it.quantity() > 0)
                .forEach(it -> it.customer().ifPresent(customer -> orders.merge(customer, 1, Integer::sum)));
        assertThat(orders.values()).contains(1).anyMatch(count -> count >= 20);
        List<Entry.Sold> sold = of(Entry.Sold.class).toList();
        double returned = sold.stream().filter(it -> it.quantity() < 0).count() / (double) sold.size();
        assertThat(returned).isBetween(0.01, 0.08);
        double unknown = sold.stream().filter(it -> it.customer().isEmpty()).count() / (double) sold.size();
        assertThat(unknown).isBetween(0.1, 0.4);
        assertThat(linesIn(sold, 2025, 12)).isGreaterThan(linesIn(sold, 2026, 2) * 3 / 2);
    }

    @Test
    void namesAreInventedAndAddressesLeadNowhere() {
        assertThat(of(Entry.Registered.class).map(it -> it.person().email()))
                .allMatch(email -> email.matches("[a-z]+\\.[a-z]+\\.\\d+@example\\.(com|org)"));
        assertThat(of(Entry.Registered.class)
                        .filter(it -> it.person().doNotCall())
                        .count())
                .isBetween(200L, 450L);
    }

    private static <T extends Entry> Stream<T> of(Class<T> kind) {
        return BOOKS.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static void assertUnique(List<String> keys) {
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys).isNotEmpty();
    }

    private static long linesIn(List<Entry.Sold> sold, int year, int month) {
        return sold.stream()
                .filter(it -> it.day().getYear() == year && it.day().getMonthValue() == month)
                .count();
    }

    private static boolean inside(LocalDate day) {
        return !day.isBefore(PLAN.firstDay()) && !day.isAfter(PLAN.lastDay());
    }
}
