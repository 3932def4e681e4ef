package io.customerroom.ledger.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.imports.mapping.Lookup;
import io.customerroom.ledger.imports.mapping.Lookups;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mapping makes of single cells: words, days, moments, customers. */
class StagedCellsTest extends StagedRows {

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
}
