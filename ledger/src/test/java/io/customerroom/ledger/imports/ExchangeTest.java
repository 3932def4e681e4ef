package io.customerroom.ledger.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.ReceivedFacts;
import io.customerroom.ledger.facts.Reporting;
import io.customerroom.ledger.workspace.CompanySettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Harbour Tea reports in euros and sells in dollars and yen as well. */
class ExchangeTest {

    private static final int RATE_DAYS = 4;

    private static final String SALES = """
            order,customer,date,amount,currency
            o1,anna,2026-01-05,10,
            o2,anna,2026-01-09,100.01,usd
            o3,ben,2026-01-11,-100.01,USD
            o4,ben,2026-01-14,50,USD
            o5,cleo,2026-01-07,7000,JPY
            """;

    private static final String RATES = """
            day,currency,rate
            2026-01-05,USD,0.90
            2026-01-09,USD,0.8750
            """;

    private static final String CONVERSION = """
            SELECT kind, line, currency, CAST(original AS DOUBLE), rate_on, CAST(amount AS DOUBLE)
            FROM conversion ORDER BY kind, line""";

    private static final String PURCHASES = "SELECT line, CAST(amount AS DOUBLE), currency FROM purchase ORDER BY line";

    private ImportRoom room;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        room = new ImportRoom(folder, "company: {currency: EUR, rate-days: %d}".formatted(RATE_DAYS));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void anAmountIsWorthWhatTheLastRateOnOrBeforeItsDaySays() {
        room.load(FactKind.RATE, "rates.csv", RATES);
        Receipt sales = room.load(FactKind.PURCHASE, "sales.csv", SALES);
        assertThat(sales.file().notes())
                .contains(
                        "1 rows in JPY, 3 rows in USD: each ledger converts them to EUR by the rate of their day; rows without a rate wait outside of it");
        Build build = build();
        // 100.01 × 0.875 = 87.50875, and a return is worth what the sale was; the rate of the 9th is too old on the
        // 14th
        assertThat(ask(build, PURCHASES)).isEqualTo("1 10.0 EUR\n2 87.51 EUR\n3 -87.51 EUR\n");
        assertThat(ask(build, CONVERSION)).isEqualTo("""
                purchase 2 USD 100.01 2026-01-09 87.51
                purchase 3 USD -100.01 2026-01-09 -87.51
                purchase 4 USD 50.0 - -
                purchase 5 JPY 7000.0 - -
                """);
    }

    @Test
    void whatWaitsIsCountedOnceItsRatesHaveCome() {
        room.load(FactKind.PURCHASE, "sales.csv", SALES);
        assertThat(ask(build(), PURCHASES)).isEqualTo("1 10.0 EUR\n");
        room.load(FactKind.RATE, "rates.csv", RATES);
        room.load(FactKind.RATE, "yen.csv", "day,currency,inverse\n2026-01-06,JPY,160\n");
        room.load(FactKind.RATE, "later.csv", "day,currency,rate\n2026-01-13,USD,0.86\n");
        assertThat(ask(build(), PURCHASES))
                .isEqualTo("1 10.0 EUR\n2 87.51 EUR\n3 -87.51 EUR\n4 43.0 EUR\n5 43.75 EUR\n");
    }

    @Test
    void aCorrectedRateMakesAnotherLedgerAndAnUndoneOneTheFormer() {
        room.load(FactKind.RATE, "rates.csv", RATES);
        room.load(FactKind.PURCHASE, "sales.csv", SALES);
        Build before = build();
        Receipt correction = room.load(FactKind.RATE, "correction.csv", "day,currency,rate\n2026-01-09,USD,0.88\n");
        Build after = build();
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(ask(after, PURCHASES)).isEqualTo("1 10.0 EUR\n2 88.01 EUR\n3 -88.01 EUR\n");
        room.imports.undo(correction.batch(), ImportRoom.ANA);
        assertThat(ask(build(), PURCHASES)).isEqualTo("1 10.0 EUR\n2 87.51 EUR\n3 -87.51 EUR\n");
        assertThat(ask(before, PURCHASES)).isEqualTo("1 10.0 EUR\n2 87.51 EUR\n3 -87.51 EUR\n");
    }

    @Test
    void aContractKeepsTheRateOfTheDayItStarted() {
        room.load(FactKind.RATE, "rates.csv", RATES);
        room.load(FactKind.CONTRACT, "contracts.csv", """
                contract,customer,started,amount,billing,currency
                k1,anna,2026-01-10,100,year,USD
                k2,ben,2026-01-10,12,month,EUR
                """);
        assertThat(
                        ask(
                                build(),
                                "SELECT contract_id, CAST(amount AS DOUBLE), CAST(monthly AS VARCHAR) FROM contract ORDER BY 1"))
                .isEqualTo("k1 87.5 7.2916666666\nk2 12.0 12.0000000000\n");
    }

    @Test
    void whatIsNoRateIsSetAside() {
        Receipt receipt = room.load(FactKind.RATE, "rates.csv", """
                day,currency,rate
                2026-01-05,USD,0.9
                2026-01-05,EUR,1
                2026-01-05,Taler,2
                2026-01-05,GBP,-1
                2026-01-05,JPY,
                """);
        assertThat(receipt.counts().setAside())
                .hasToString("{CURRENCY_UNKNOWN=1, RATE_OF_ITS_OWN=1, RATE_UNREADABLE=1, REQUIRED_MISSING=1}");
    }

    /** Some hundred rows of five currencies beside a computation that looks the rate up day by day. */
    @Test
    void everyRowIsWhatASlowAndObviousComputationSays() {
        Random random = new Random(20261122);
        List<String> currencies = List.of("USD", "GBP", "JPY", "CHF");
        Map<String, TreeMap<LocalDate, BigDecimal>> stated = new TreeMap<>();
        StringBuilder rates = new StringBuilder("day,currency,rate\n");
        for (String currency : currencies) {
            for (LocalDate day = LocalDate.of(2026, 1, 1); day.getMonthValue() < 5; day = day.plusDays(1)) {
                if (random.nextInt(3) == 0) {
                    BigDecimal rate =
                            new BigDecimal("%d.%06d".formatted(random.nextInt(2), 1 + random.nextInt(999_998)));
                    stated.computeIfAbsent(currency, it -> new TreeMap<>()).put(day, rate);
                    rates.append("%s,%s,%s\n".formatted(day, currency, rate));
                }
            }
        }
        room.load(FactKind.RATE, "rates.csv", rates.toString());
        StringBuilder sales = new StringBuilder("order,customer,date,amount,currency\n");
        StringBuilder expected = new StringBuilder();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 1; i <= 400; i++) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(120));
            String currency = random.nextInt(4) == 0 ? "EUR" : currencies.get(random.nextInt(4));
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(2_000_000) - 200_000L, 2);
            sales.append("o%d,c%d,%s,%s,%s\n".formatted(i, i % 37, day, amount, currency));
            Optional<BigDecimal> worth = currency.equals("EUR")
                    ? Optional.of(amount)
                    : Optional.ofNullable(stated.get(currency).floorEntry(day))
                            .filter(rate -> !rate.getKey().plusDays(RATE_DAYS).isBefore(day))
                            .map(rate -> amount.multiply(rate.getValue()).setScale(2, RoundingMode.HALF_UP));
            if (worth.isPresent()) {
                expected.append("%d %s\n".formatted(i, worth.get().setScale(6)));
                sum = sum.add(worth.get());
            }
        }
        room.load(FactKind.PURCHASE, "sales.csv", sales.toString());
        Build build = build();
        assertThat(ask(build, "SELECT line, CAST(amount AS VARCHAR) FROM purchase ORDER BY line"))
                .isEqualTo(expected.toString());
        assertThat(ask(build, "SELECT CAST(SUM(revenue) AS VARCHAR) FROM customer_period WHERE grain = 'month'"))
                .isEqualTo(sum.setScale(10) + "\n");
    }

    private Build build() {
        CompanyCalendar calendar = CompanySettings.read(room.workspace).calendar();
        return new Builds(
                        room.workspace,
                        room.store,
                        room.engine,
                        new ReceivedFacts(
                                room.workspace,
                                room.receipts::active,
                                room.engine,
                                calendar.zone(),
                                new Reporting(Currency.getInstance("EUR"), RATE_DAYS)),
                        calendar,
                        Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC))
                .at(BuildRequest.standard(), ImportRoom.ANA);
    }

    private String ask(Build build, String sql) {
        try (Session session = room.engine.open()) {
            build.define(session, List.of("purchase", "contract", "customer_period", "conversion"));
            List<String> lines = new ArrayList<>();
            session.query(sql, Map.of())
                    .rows()
                    .forEach(row -> lines.add(String.join(
                            " ",
                            row.stream()
                                    .map(value -> value == null ? "-" : value.toString())
                                    .toList())));
            return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        }
    }
}
