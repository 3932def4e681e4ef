package io.customerroom.ledger.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.imports.mapping.Lookup;
import io.customerroom.ledger.imports.mapping.Lookups;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.ledger.imports.source.DelimitedRows;
import io.customerroom.ledger.imports.source.Limits;
import io.customerroom.ledger.imports.source.Row;
import io.customerroom.ledger.persons.NameList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells stand between blanks here, what is empty is a dash, and customers are called by their ids. */
class StagingPassTest {

    private static final IdentitySecret SECRET = IdentitySecret.of(new byte[32]);
    private static final Instant IMPORTED = Instant.parse("2026-06-04T08:00:00Z");
    private static final String PURCHASES = "fact: purchase\ncolumns: {order: o, customer: c, date: d, amount: a}\n";

    @TempDir
    Path folder;

    private int runs;
    private Lookups lookups = Lookups.NONE;

    @Test
    void rowsReadAreRowsKeptAndRowsSetAside() throws IOException {
        StagingPass.Staged staged = run(PURCHASES, """
                o,c,d,a
                1,anna,2026-01-05,10
                2,anna,2026-02-30,10
                3,anna,2026-01-05,ten
                4,anna,,10
                5,anna
                6,anna,2026-01-05,
                7,,2026-01-05,1000000000000
                8,,2026-01-05,7
                """);
        assertThat(staged.read()).isEqualTo(8);
        assertThat(staged.facts().rows()).isEqualTo(2);
        assertThat(staged.setAside())
                .isEqualTo(new TreeMap<>(Map.of(
                        "DATE_UNREADABLE", 1L,
                        "NUMBER_UNREADABLE", 1L,
                        "REQUIRED_MISSING", 2L,
                        "RAGGED_ROW", 1L,
                        "NUMBER_TOO_LARGE", 1L)));
        assertThat(Files.readString(staged.quarantine())).isEqualTo("""
                set aside,set aside because,set aside explained,o,c,d,a
                row 2,DATE_UNREADABLE,"'d' is '2026-02-30', which is no date written as 2026-06-04 or 2026-06-04 08:30:00",2,anna,2026-02-30,10
                row 3,NUMBER_UNREADABLE,"'a' is 'ten', which is no number",3,anna,2026-01-05,ten
                row 4,REQUIRED_MISSING,'d' is empty,4,anna,,10
                row 5,RAGGED_ROW,"the row has 2 cells, the header 4",5,anna
                row 6,REQUIRED_MISSING,"the amount is empty, and so is quantity or price",6,anna,2026-01-05,
                row 7,NUMBER_TOO_LARGE,"'a' is '1000000000000', more than twelve digits",7,,2026-01-05,1000000000000
                """);
    }

    @Test
    void randomRowsAddUpAndEveryOneSetAsideIsKeptAsItWas() throws IOException {
        long seed = 541_909;
        Random random = new Random(seed);
        String[] days = {"2026-01-05", "2026-13-05", "", "NULL"};
        String[] amounts = {"1", "-2.5", "x", ""};
        StringBuilder text = new StringBuilder("o,c,d,a\n");
        int rows = 2_000;
        int good = 0;
        for (int i = 0; i < rows; i++) {
            int day = random.nextInt(days.length);
            int amount = random.nextInt(amounts.length);
            good += day == 0 && amount < 2 ? 1 : 0;
            text.append(i)
                    .append(",anna,")
                    .append(days[day])
                    .append(',')
                    .append(amounts[amount])
                    .append('\n');
        }
        StagingPass.Staged staged = run(PURCHASES, text.toString());
        long aside =
                staged.setAside().values().stream().mapToLong(Long::longValue).sum();
        assertThat(staged.read())
                .as("seed %d", seed)
                .isEqualTo(rows)
                .isEqualTo(staged.facts().rows() + aside);
        assertThat(staged.facts().rows()).as("seed %d", seed).isEqualTo(good);
        assertThat(Files.readAllLines(staged.quarantine())).as("seed %d", seed).hasSize(rows - good + 1);
    }

    @Test
    void aFileWithoutFaultsLeavesNoQuarantine() throws IOException {
        StagingPass.Staged staged = run(PURCHASES, "o,c,d,a\n1,anna,2026-01-05,10\n");
        assertThat(staged.quarantine()).doesNotExist();
        assertThat(staged.notes()).isEmpty();
    }

    @Test
    void purchasesCarryTheirMomentTheirDayAndTheirKind() throws IOException {
        assertThat(facts(PURCHASES, """
                o,c,d,a
                1,anna,2026-01-05,10
                1,anna,2026-07-05 23:30,-2.5
                , ben ,2026-01-05,0
                ,,2026-01-05,0.000001
                """)).isEqualTo("""
                1 anna 2026-01-04T23:00:00Z +1 1 sale 10
                2 anna 2026-07-05T21:30:00Z +0 1 return -2.5
                3 ben 2026-01-04T23:00:00Z +1 BEN@2026-01-05 sale 0
                4 - 2026-01-04T23:00:00Z +1 @2026-01-05 sale 0.000001
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {customer: c, date: d}                                                 | OrderAndOrdinal[]
            {customer: c, date: d, line: l}                                        | Joined[columns=[order_id, line_id]]
            """)
    void aPurchaseIsNamedByItsLineOrByItsOrdinalInsideTheOrder(String columns, String key) throws IOException {
        StagingPass.Staged staged = run("fact: purchase\ncolumns: " + columns, "c,d,l\n");
        assertThat(staged.facts().key()).hasToString(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customer  | Joined[columns=[customer]]
            contract  | Joined[columns=[contract_id]]
            contract_event | Joined[columns=[contract_id, event_kind, from_on]]
            ticket    | Joined[columns=[ticket_id]]
            feedback  | Joined[columns=[feedback_id]]
            operation | Joined[columns=[contact, measure, occurred_at, site]]
            departure | Joined[columns=[customer, left_on]]
            referral  | Joined[columns=[customer, referred, occurred_on]]
            cost      | Staged[]
            crosswalk | Joined[columns=[customer, other]]
            """)
    void everyKindHasItsKey(String kind, String key) throws IOException {
        assertThat(run("fact: " + kind + "\ncolumns: {}", "x\n").facts().key()).hasToString(key);
    }

    @Test
    void anOperationWithAnIdIsNamedByIt() throws IOException {
        assertThat(facts("""
                        fact: operation
                        columns: {id: i, contact: c, measure: m, date: d, value: v}
                        """, "i,c,m,d,v\nr1,desk,wait,2026-01-05,3\n"))
                .isEqualTo("1 - 2026-01-04T23:00:00Z +1 r1 desk wait 0 1 1 3\n");
    }

    @Test
    void quantityTimesPriceIsTheAmountAndProfitGivesTheCost() throws IOException {
        assertThat(facts("""
                        fact: purchase
                        columns: {order: o, date: d, quantity: q, unit_price: p, profit: g}
                        """, """
                        o,d,q,p,g
                        1,2026-01-05,6,2.55,5.3
                        2,2026-01-05,-1,2.5,
                        3,2026-01-05,-5,0,
                        4,2026-01-05,,2,
                        """)).isEqualTo("""
                        1 - 2026-01-04T23:00:00Z +1 1 sale 6 15.3 10
                        2 - 2026-01-04T23:00:00Z +1 2 return -1 -2.5 -
                        3 - 2026-01-04T23:00:00Z +1 3 return -5 0 -
                        """);
    }

    @Test
    void aCostBeyondAllMeasureIsSetAside() throws IOException {
        StagingPass.Staged staged = run(
                "fact: purchase\ncolumns: {date: d, amount: a, profit: p}",
                "d,a,p\n2026-01-05,999999999999,-999999999999\n2026-01-05,1,0.4\n");
        assertThat(staged.setAside()).isEqualTo(new TreeMap<>(Map.of("NUMBER_TOO_LARGE", 1L)));
    }

    /** A refund of three months, a discount of a yearly bill, a pause without end; then one without amount, one unknown, one that ends too early. */
    @Test
    void whatBefellAContractSaysWhatAMonthLoses() throws IOException {
        String mapping = """
                fact: contract-event
                columns: {contract: k, customer: c, kind: w, from: f, until: u, amount: a, billing: b}
                """;
        String head = "k,c,w,f,u,a,b\n";
        assertThat(facts(mapping, head + """
                k1,anna,credit,2026-01-05,2026-03-02,-30,
                k1,anna,discount,2026-01-05,,120,year
                k2,ben,pause,2026-01-05,,,
                """)).isEqualTo("""
                1 anna 2026-01-04T23:00:00Z +1 k1 refund 2026-01-05 2026-03-02 30 10.0000000000
                2 anna 2026-01-04T23:00:00Z +1 k1 discount 2026-01-05 - 120 10.0000000000
                3 ben 2026-01-04T23:00:00Z +1 k2 pause 2026-01-05 - - -
                """);
        StagingPass.Staged faulty = run(mapping, head + """
                k1,anna,discount,2026-01-05,,,
                k1,anna,gift,2026-01-05,,1,
                k1,,pause,2026-01-05,,,
                k1,anna,pause,2026-01-05,2026-01-04,,
                k1,anna,discount,2026-01-05,,1,fortnight
                """);
        assertThat(faulty.facts().rows()).isZero();
        assertThat(faulty.setAside())
                .isEqualTo(new TreeMap<>(Map.of(
                        "REQUIRED_MISSING", 2L,
                        "CODE_UNKNOWN", 2L,
                        "ENDS_BEFORE_START", 1L)));
    }

    @Test
    void contractsAreWorthTheSameEveryMonth() throws IOException {
        assertThat(facts("""
                        fact: contract
                        columns: {contract: k, customer: c, started: s, ended: e, amount: a, billing: b}
                        """, """
                        k,c,s,e,a,b
                        1,anna,2026-01-01,,2000,yearly
                        2,anna,2026-01-01,2026-02-01,100,
                        3,anna,2026-01-01,2026-01-01,100,Quarter
                        4,anna,2026-01-01,,60,24
                        5,anna,2026-01-01,2025-12-31,60,1
                        6,anna,2026-01-01,,60,now and then
                        7,anna,2026-01-01,,60,half-year
                        """)).isEqualTo("""
                        1 anna 2025-12-31T23:00:00Z +1 1 2026-01-01 - 2000 12 166.6666666667
                        2 anna 2025-12-31T23:00:00Z +1 2 2026-01-01 2026-02-01 100 1 100.0000000000
                        3 anna 2025-12-31T23:00:00Z +1 3 2026-01-01 2026-01-01 100 3 33.3333333333
                        4 anna 2025-12-31T23:00:00Z +1 4 2026-01-01 - 60 24 2.5000000000
                        7 anna 2025-12-31T23:00:00Z +1 7 2026-01-01 - 60 6 10.0000000000
                        """);
    }

    @Test
    void whatWasSaidGoesMaskedToThePersonTableOnly() throws IOException {
        StagingPass.Staged staged = run("""
                fact: ticket
                columns: {ticket: t, customer: c, opened: o, text: x}
                """, """
                t,c,o,x
                1,anna,2026-01-05,"Call me: +49 30 1234567
                or anna@example.org"
                2,,2026-01-05,nobody's words
                3,anna,2026-01-05,
                4,ben,2026-01-05,
                """);
        assertThat(persons(staged)).isEqualTo("""
                anna customer anna - - - - 1 Call me: [number]/or [e-mail]
                - - - - - - - 2 nobody's words
                ben customer ben - - - - - -
                """);
        assertThat(Files.readString(staged.facts().file())).doesNotContain("anna", "1234567", "nobody");
    }

    @Test
    void namesAndAddressesOfCustomersGoToThePersonTableOnly() throws IOException {
        StagingPass.Staged staged = run("""
                fact: customer
                columns: {customer: c, name: n, email: e, site: s}
                """, "c,n,e,s\nanna,Anna Berg,a@b.org,Bern\nben,,,Basel\n");
        assertThat(persons(staged)).isEqualTo("""
                anna customer anna Anna Berg a@b.org - - - -
                ben customer ben - - - - - -
                """);
        assertThat(Files.readString(staged.facts().file()))
                .doesNotContain("anna", "Berg")
                .contains("Bern");
    }

    @Test
    void aCustomerWhoseFirstRowIsSetAsideIsStillInThePersonTable() throws IOException {
        StagingPass.Staged staged =
                run(PURCHASES, "o,c,d,a\n1,anna,never,10\n2,anna,2026-01-05,10\n3,anna,2026-01-05,10\n");
        assertThat(persons(staged)).isEqualTo("anna customer anna - - - - - -\n");
    }

    @Test
    void nobodyWhoWasErasedComesBackNotEvenInQuarantine() throws IOException {
        Mapping mapping = mapping("fact: customer\ncolumns: {customer: {from: c, number: true}, name: n, since: s}\n");
        StagingPass.Staged staged = run(mapping, "Europe/Berlin", Set.of(key("customer", "17")), """
                c,n,s
                17,Anna Berg,2026-01-05
                17.0,Anna Berg,never
                17,Anna,Berg,torn
                18,Ben,never
                19,Carla,2026-01-05
                """);
        assertThat(persons(staged)).contains("Carla").doesNotContain("Anna");
        assertThat(Files.readString(staged.quarantine()))
                .contains("row 2,DATE_UNREADABLE,erased,erased,erased,erased")
                .contains("row 3,RAGGED_ROW,erased,erased,erased,erased,erased")
                .contains("18,Ben,never")
                .doesNotContain("Anna");
    }

    @Test
    void codesPrefixesAndOtherwiseTranslateWords() throws IOException {
        assertThat(facts("""
                        fact: purchase
                        columns:
                          order: o
                          line_kind: {from: o, prefixes: {C: cancellation, CC: adjustment}, otherwise: sale}
                          date: d
                          amount: {from: a, sign: negate}
                          site: {from: s, codes: {"01": Bern, x: ""}, nulls: [none]}
                        """, """
                        o,d,a,s
                        C1,2026-01-05,1,01
                        CC2,2026-01-05,-2,02
                        3,2026-01-05,3,x
                        4,2026-01-05,4,none
                        """)).isEqualTo("""
                        1 - 2026-01-04T23:00:00Z +1 C1 cancellation -1 Bern
                        2 - 2026-01-04T23:00:00Z +1 CC2 adjustment 2 02
                        3 - 2026-01-04T23:00:00Z +1 3 sale -3 -
                        4 - 2026-01-04T23:00:00Z +1 4 sale -4 -
                        """);
    }

    @Test
    void aCodeNobodyKnowsIsSetAside() throws IOException {
        StagingPass.Staged staged = run(
                "fact: purchase\ncolumns: {line_kind: k, date: d, amount: a}",
                "k,d,a\nRefund,2026-01-05,1\ngift,2026-01-05,1\n");
        assertThat(staged.setAside()).isEqualTo(new TreeMap<>(Map.of("CODE_UNKNOWN", 1L)));
        assertThat(Files.readString(staged.quarantine()))
                .contains("'k' is 'gift'; it can be sale, return, cancellation, adjustment");
    }

    @Test
    void aCurrencyIsACodeAndTheOwnNeedNotBeWritten() throws IOException {
        StagingPass.Staged staged = run(
                "fact: purchase\ncolumns: {date: d, amount: a, currency: c}",
                "d,a,c\n2026-01-05,1,eur\n2026-01-05,1,\n2026-01-05,1,dollars\n");
        assertThat(staged.setAside()).isEqualTo(new TreeMap<>(Map.of("CURRENCY_UNKNOWN", 1L)));
        assertThat(staged.facts().currency()).isEqualTo("EUR");
    }

    @Test
    void whatIsTrimmedIsOneCustomerAndANumberLosesItsIdleZeros() throws IOException {
        assertThat(
                        facts(
                                "fact: purchase\ncolumns: {customer: {from: c, number: true}, order: o, date: d, amount: a}",
                                "c,o,d,a\n17850.0,1,2026-01-05,1\n\u00a017850 ,1,2026-01-05,1\n17850.50,1,2026-01-05,1\nx.0,1,2026-01-05,1\n"))
                .isEqualTo("""
                        1 17850 2026-01-04T23:00:00Z +1 1 sale 1
                        2 17850 2026-01-04T23:00:00Z +1 1 sale 1
                        3 17850.50 2026-01-04T23:00:00Z +1 1 sale 1
                        4 x.0 2026-01-04T23:00:00Z +1 1 sale 1
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Berlin   | 2026-03-29 02:30          | 2026-03-29T01:30:00Z +0
            Europe/Berlin   | 2026-10-25                | 2026-10-24T22:00:00Z +1
            Asia/Kathmandu  | 2024-02-29                | 2024-02-28T18:15:00Z +1
            Pacific/Chatham | 2026-01-05                | 2026-01-04T10:15:00Z +1
            Pacific/Chatham | 2026-01-05T00:00Z         | 2026-01-05T00:00:00Z +0
            Pacific/Chatham | 2026-01-05T23:00-01:00    | 2026-01-06T00:00:00Z +0
            America/New_York | 2026-01-05 23:30         | 2026-01-06T04:30:00Z -1
            """)
    void aDayIsTheCompanysDay(String zone, String written, String expected) throws IOException {
        StagingPass.Staged staged = run(mapping(PURCHASES), zone, Set.of(), "o,c,d,a\n1,," + written + ",1\n");
        assertThat(shown(staged)).isEqualTo("1 - " + expected + " 1 sale 1\n");
    }

    @Test
    void momentsMayBeWrittenInAnotherZoneThanTheCompanys() throws IOException {
        assertThat(facts("zone: America/New_York\n" + PURCHASES, "o,c,d,a\n1,,2026-01-05 20:00,1\n2,,2026-01-05,1\n"))
                .isEqualTo("""
                        1 - 2026-01-06T01:00:00Z +0 1 sale 1
                        2 - 2026-01-04T23:00:00Z +1 2 sale 1
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            known: 2 days  | 2026-01-05 | 2026-01-06T23:00:00Z
            known: 1 week  | 2026-06-04 | 2026-06-04T08:00:00Z
            known: k       | 2026-01-05 | 2026-02-01T11:00:00Z
            """)
    void whatWasKnownWhenIsNeverAfterTheImport(String known, String day, String recorded) throws IOException {
        StagingPass.Staged staged = run(
                known + "\nfact: departure\ncolumns: {customer: c, left: d}",
                "c,d,k\nanna," + day + ",2026-02-01 12:00\n");
        String[] cells = Files.readString(staged.facts().file()).split("\u001f");
        assertThat(moment(cells[4])).isEqualTo(recorded);
        assertThat(staged.facts().recorded()).isEmpty();
    }

    @Test
    void withoutAStatedMomentTheImportIsWhenAllWasKnown() throws IOException {
        StagingPass.Staged staged = run("fact: customer\ncolumns: {customer: c}", "c\nanna\n");
        assertThat(staged.facts().recorded()).contains(IMPORTED);
        assertThat(shown(staged)).isEqualTo("1 anna 2026-06-04T08:00:00Z +0\n");
    }

    @Test
    void numbersThatLostDecimalsAreToldOf() throws IOException {
        StagingPass.Staged staged = run(PURCHASES, "o,c,d,a\n1,,2026-01-05,1.23456789\n");
        assertThat(staged.notes()).containsExactly("rounded 1 numbers to six decimals");
    }

    @Test
    void linksAreStoredOnceInBothDirectionsAndNotToItself() throws IOException {
        StagingPass.Staged staged = run("""
                fact: crosswalk
                columns: {customer: {from: a, ids: shop}, other: {from: b, ids: web}, linked: l}
                """, "a,b,l\n1,2,\n1,3,no\n1,4,perhaps\n");
        assertThat(staged.setAside()).isEqualTo(new TreeMap<>(Map.of("SWITCH_UNREADABLE", 1L)));
        List<String> rows = Files.readAllLines(staged.facts().file());
        assertThat(rows).hasSize(2).allSatisfy(row -> {
            String[] cells = row.split("\u001f");
            assertThat(Long.parseLong(cells[1])).isLessThan(Long.parseLong(cells[4]));
        });
        assertThat(rows.getFirst()).endsWith("\u001f1");
        assertThat(rows.getLast()).endsWith("\u001f0");
        assertThat(run("fact: crosswalk\ncolumns: {customer: a, other: b}", "a,b\n1, 1\n")
                        .setAside())
                .isEqualTo(new TreeMap<>(Map.of("LINKS_TO_ITSELF", 1L)));
    }

    @Test
    void rowsAlikeAreSetAsideOnceTheEngineHasFoundThem() throws IOException {
        String text = "o,c,d,a\n1,anna,2026-01-05,10\n1,anna,2026-01-05,10\n2,anna,bad,1\n";
        StagingPass.Staged staged = run("duplicates: drop\n" + PURCHASES, text);
        String[] rows = Files.readString(staged.facts().file()).split("\n");
        assertThat(rows[0].split("\u001f")[4]).hasSize(32).isEqualTo(rows[1].split("\u001f")[4]);
        try (DelimitedRows again = rows(text)) {
            assertThat(again.next(new Row())).isTrue();
            StagingPass.addDuplicates(staged, again, List.of(2L));
        }
        assertThat(Files.readString(staged.quarantine()))
                .endsWith("row 2,DUPLICATE_ROW,an earlier row is alike in every cell,1,anna,2026-01-05,10\n");
    }

    @Test
    void aNulCharacterSetsTheRowAsideAndIsShown() throws IOException {
        StagingPass.Staged staged = run(PURCHASES, "o,c,d,a\n1,an\0na,2026-01-05,10\n");
        assertThat(staged.setAside()).isEqualTo(new TreeMap<>(Map.of("NUL_BYTE", 1L)));
        assertThat(Files.readString(staged.quarantine())).contains("an\u2400na");
    }

    @Test
    void controlCharactersNeverTearAStagedRow() throws IOException {
        StagingPass.Staged staged = run(
                "fact: purchase\ncolumns: {order: o, date: d, amount: a, product: p}",
                "o,d,a,p\n1,2026-01-05,1,\"x\u001fy\nz\tw\"\n");
        assertThat(Files.readString(staged.facts().file())).endsWith("x y z w\u001f1\n");
    }

    @Test
    void whatAnotherFileDoesNotKnowIsNothingAndARowThatNeedsItIsSetAside() throws IOException {
        lookups = new Lookups() {
            @Override
            public Words of(List<Lookup> chain) {
                return word -> chain.isEmpty()
                        ? Optional.of(word)
                        : Optional.ofNullable(
                                Map.of("1", "2026-01-05", "2", "2026-01-06").get(word));
            }

            @Override
            public String sha256(Lookup lookup) {
                return "";
            }
        };
        StagingPass.Staged staged = run("""
                fact: purchase
                columns:
                  order: o
                  date: {from: o, lookup: {file: days.csv, by: o, take: day}}
                  site: {from: s, lookup: {file: days.csv, by: o, take: day}, codes: {2026-01-05: Bonn}}
                  amount: a
                """, "o,s,a\n1,1,10\n2,7,10\n3,1,10\n");
        assertThat(shown(staged))
                .isEqualTo("1 - 2026-01-04T23:00:00Z +1 1 sale 10 Bonn\n2 - 2026-01-05T23:00:00Z +1 2 sale 10 -\n");
        assertThat(staged.setAside()).isEqualTo(new TreeMap<>(Map.of("LOOKUP_NOT_FOUND", 1L)));
        assertThat(Files.readString(staged.quarantine())).contains("'o' is '3', of which days.csv says no 'day'");
    }

    @Test
    void countsAreWholeNumbersFromZero() throws IOException {
        StagingPass.Staged staged = run(
                "fact: operation\ncolumns: {contact: c, measure: m, date: d, n: n}",
                "c,m,d,n\na,b,2026-01-05,3.0\na,b,2026-01-05,3.5\na,b,2026-01-05,-1\na,b,2026-01-05,x\n");
        assertThat(staged.setAside()).isEqualTo(new TreeMap<>(Map.of("NUMBER_UNREADABLE", 3L)));
    }

    private String facts(String mapping, String text) throws IOException {
        return shown(run(mapping, text));
    }

    private StagingPass.Staged run(String mapping, String text) throws IOException {
        return run(mapping(mapping), "Europe/Berlin", Set.of(), text);
    }

    private StagingPass.Staged run(Mapping mapping, String zone, Set<Long> erased, String text) throws IOException {
        Path mine = Files.createDirectories(folder.resolve("run" + ++runs));
        try (DelimitedRows rows = rows(text)) {
            Row header = new Row();
            assertThat(rows.next(header)).isTrue();
            return StagingPass.run(
                    new StagingPass.Plan(
                            mapping,
                            header.texts(),
                            lookups,
                            ZoneId.of(zone),
                            "EUR",
                            SECRET,
                            erased::contains,
                            !erased.isEmpty(),
                            NameList.of(List.of("Rosa Rot")),
                            "main",
                            "b0001",
                            IMPORTED,
                            mine),
                    rows,
                    count -> {});
        }
    }

    private static DelimitedRows rows(String text) {
        return new DelimitedRows(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ',', Limits.standard(), 0);
    }

    private static Mapping mapping(String text) {
        return MappingYaml.read(text, "test.yaml", Optional.empty());
    }

    private static long key(String space, String id) {
        return new CustomerKeys(SECRET).key(space, id).value();
    }

    /** Line, customer, moment, shift of the day, then the rest as it stands. Days are shown as dates for contracts and what befell them. */
    private static String shown(StagingPass.Staged staged) throws IOException {
        StringBuilder text = new StringBuilder();
        int days =
                switch (staged.facts().kind()) {
                    case CONTRACT -> 5;
                    case CONTRACT_EVENT -> 6;
                    default -> -1;
                };
        for (String line : Files.readAllLines(staged.facts().file())) {
            String[] cells = line.split("\u001f", -1);
            text.append(cells[0]).append(' ').append(who(cells[1]));
            text.append(' ').append(moment(cells[2]));
            text.append(Long.parseLong(cells[3]) < 0 ? " " : " +").append(cells[3]);
            for (int i = 4; i < cells.length; i++) {
                String cell = days > 0 && (i == days || i == days + 1) && !cells[i].isEmpty()
                        ? java.time.LocalDate.ofEpochDay(Long.parseLong(cells[i]))
                                .toString()
                        : cells[i];
                cell = cell.replace("c" + Long.toString(key("customer", "ben"), 36), "BEN");
                text.append(' ').append(cell.isEmpty() ? "-" : cell);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String persons(StagingPass.Staged staged) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(staged.persons().file())) {
            String[] cells = line.split("\u001f", -1);
            text.append(who(cells[0]));
            for (int i = 1; i < cells.length; i++) {
                text.append(' ').append(cells[i].isEmpty() ? "-" : cells[i].replace('\u001e', '/'));
            }
            text.append('\n');
        }
        assertThat(staged.persons().rows()).isEqualTo(text.toString().lines().count());
        return text.toString();
    }

    private static String moment(String micros) {
        return Instant.ofEpochSecond(Long.parseLong(micros) / 1_000_000).toString();
    }

    private static String who(String cell) {
        if (cell.isEmpty()) {
            return "-";
        }
        return List.of("anna", "ben", "carla", "17850", "17850.50", "x.0", "17", "18", "19").stream()
                .filter(id -> key("customer", id) == Long.parseLong(cell))
                .findFirst()
                .orElseThrow(() -> new AssertionError("unknown customer " + cell));
    }
}
