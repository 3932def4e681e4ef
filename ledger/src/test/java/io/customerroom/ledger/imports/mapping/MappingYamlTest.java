package io.customerroom.ledger.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingYamlTest {

    private static final String EVERYTHING = """
            source: shop
            fact: purchases
            ids: loyalty card
            encoding: windows-1252
            delimiter: tab
            sheet: Sales
            header-row: 3
            zone: Asia/Kathmandu
            nulls: [n/a, "-"]
            duplicates: drop
            known: 36 hours
            feed: cumulative
            columns:
              order: {from: Invoice No, nulls: [none]}
              line kind: {from: Invoice No, prefixes: {C: cancellation, A: adjustment}, otherwise: sale}
              customer: {from: Card, number: true, ids: card}
              date: {from: Day, format: d/M/yyyy H:mm}
              amount: {from: Total, decimal: ",", sign: negate}
              currency: {constant: EUR}
              site: {from: Shop, codes: {"01": Berlin, "02": Bern}}
            """;

    @Test
    void everythingAMappingCanSay() {
        Mapping mapping = read(EVERYTHING);
        assertThat(mapping.fact()).isEqualTo(FactKind.PURCHASE);
        assertThat(mapping.source()).contains("shop");
        assertThat(mapping.ids()).isEqualTo("loyalty card");
        assertThat(mapping.encoding().orElseThrow().name()).isEqualTo("windows-1252");
        assertThat(mapping.delimiter()).contains('\t');
        assertThat(mapping.sheet()).contains("Sales");
        assertThat(mapping.headerRow()).isEqualTo(3);
        assertThat(mapping.zone()).contains(ZoneId.of("Asia/Kathmandu"));
        assertThat(mapping.nulls()).containsExactly("n/a", "-");
        assertThat(mapping.dropDuplicates()).isTrue();
        assertThat(mapping.knownAfter()).contains(Duration.ofHours(36));
        assertThat(mapping.feed()).contains(Feed.CUMULATIVE);
        assertThat(mapping.columns().keySet())
                .containsExactly("order", "line_kind", "customer", "date", "amount", "currency", "site");
        assertThat(rule(mapping, "order").nulls()).containsExactly("none");
        assertThat(rule(mapping, "line_kind").prefixes()).isEqualTo(Map.of("C", "cancellation", "A", "adjustment"));
        assertThat(rule(mapping, "line_kind").otherwise()).contains("sale");
        assertThat(rule(mapping, "customer").number()).isTrue();
        assertThat(rule(mapping, "customer").ids()).contains("card");
        assertThat(rule(mapping, "date").format()).contains("d/M/yyyy H:mm");
        assertThat(rule(mapping, "amount").decimal()).contains(',');
        assertThat(rule(mapping, "amount").negate()).isTrue();
        assertThat(rule(mapping, "currency").constant()).contains("EUR");
        assertThat(rule(mapping, "site").codes()).isEqualTo(Map.of("01", "Berlin", "02", "Bern"));
    }

    @Test
    void aShortMappingMeansTheUsual() {
        Mapping mapping = read("fact: ticket\ncolumns: {ticket: No, opened: Day}\n");
        assertThat(mapping)
                .isEqualTo(Mapping.empty(FactKind.TICKET)
                        .withColumns(Map.of("ticket", ColumnRule.from("No"), "opened", ColumnRule.from("Day"))));
        assertThat(mapping.nulls()).containsExactly("NULL", "null", "\\N");
    }

    @Test
    void whatIsWrittenIsReadAgainAsTheSameMapping() {
        Mapping mapping = read(EVERYTHING);
        assertThat(read(MappingText.of(mapping))).isEqualTo(mapping);
    }

    @Test
    void anyTextSurvivesWritingAndReading() {
        long seed = 1_909;
        Random random = new Random(seed);
        String[] pieces = {
            "a", "Ä", ":", " ", "#", "'", "\"", "\\", "{", "}", "[", "]", ",", "-", "?", "!", "&", "*", "%", "@", "`",
            "\t", "yes", "null", "~", "0", "1.0", "\n", "\u0085", "\u00a0", "\ufeff", "😀", "\u0007", "=", "<", "|", ">"
        };
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(5); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String word = text.toString();
            ColumnRule rule = new ColumnRule(
                    Optional.of(word),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Map.of(word, word),
                    Map.of(word, "x"),
                    Optional.of(word),
                    false,
                    List.of(word),
                    Optional.of(word),
                    List.of(new Lookup(word, word, word), new Lookup(word, word, word, Optional.of(word))));
            Mapping mapping = Mapping.empty(FactKind.COST)
                    .with(Optional.of(word), Optional.empty())
                    .withColumns(Map.of("kind", rule));
            assertThat(read(MappingText.of(mapping)))
                    .as("seed %d, step %d: %s", seed, i, word)
                    .isEqualTo(mapping);
        }
    }

    @Test
    void wordsStayAsTheyAreWrittenEvenWhereTheyLookLikeNumbers() {
        Mapping mapping = read("""
                fact: purchase
                nulls: [0, 0.00, null, no]
                columns:
                  date: {from: 2024}
                  amount: {from: 1.10}
                  site: {from: site, codes: {007: Berlin, 1e3: Bern, 0x1F: Basel, true: Bonn}}
                  product: {constant: 12.50}
                """);
        assertThat(mapping.nulls()).containsExactly("0", "0.00", "null", "no");
        assertThat(rule(mapping, "date").from()).contains("2024");
        assertThat(rule(mapping, "amount").from()).contains("1.10");
        assertThat(rule(mapping, "site").codes()).containsOnlyKeys("007", "1e3", "0x1F", "true");
        assertThat(rule(mapping, "product").constant()).contains("12.50");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            30 minutes, PT30M
            1 hour,     PT1H
            2 days,     PT48H
            1 week,     PT168H
            """)
    void aDelayIsStatedInWords(String known, Duration delay) {
        assertThat(read("fact: cost\nknown: " + known).knownAfter()).contains(delay);
    }

    @Test
    void knownMayNameAColumn() {
        Mapping mapping = read("fact: cost\nknown: Booked\n");
        assertThat(mapping.knownAfter()).isEmpty();
        assertThat(rule(mapping, "recorded").from()).contains("Booked");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            comma     ~ ,
            ","       ~ ,
            semicolon ~ ;
            ";"       ~ ;
            pipe      ~ |
            "|"       ~ |
            """)
    void delimitersHaveNames(String written, char delimiter) {
        assertThat(read("fact: cost\ndelimiter: " + written).delimiter()).contains(delimiter);
    }

    @Test
    void allFindingsAreToldTogetherWithTheNearWord() {
        String message = refused("""
                fact: purchase
                zon: Europe/Berlin
                zone: Europe/Atlantis
                encoding: latin-9000
                delimiter: dot
                header-row: 0
                duplicates: maybe
                feed: sometimes
                columns:
                  amuont: Total
                  date: {from: Day, constant: 2026-01-01, format: dd.MM}
                  quantity: {from: Qty, decimal: ";", sign: minus}
                  customer: {from: Id, number: perhaps, code: {}}
                  order:
                  site: {from: [a, b]}
                """);
        assertThat(message)
                .contains("'zon' is not known; did you mean 'zone'?")
                .contains("zone 'Europe/Atlantis' is not known")
                .contains("encoding 'latin-9000' is not known")
                .contains("delimiter is 'dot'")
                .contains("header-row is '0'")
                .contains("duplicates is 'maybe'")
                .contains("sometimes")
                .contains("'amuont' is no column of purchase; did you mean 'amount'?")
                .contains("'columns: date' needs either 'from' or 'constant'")
                .contains("'columns: date: format' is 'dd.MM'")
                .contains("'columns: quantity: decimal' is ';'")
                .contains("'columns: quantity: sign' is 'minus'")
                .contains("'columns: customer: number' is 'perhaps'")
                .contains("'columns: customer: code' is not known; did you mean 'codes'?")
                .contains("'columns: order' is empty")
                .contains("'from' must be one value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "columns: {date: Day}",
                "fact: nothing",
                "fact: purchase\nfact: ticket",
                "fact: [purchase]",
                "- a\n- b",
                "fact: purchase\ncolumns: [date]",
                "fact: purchase\nnulls: [[a]]",
                "fact: purchase\n  columns: x",
                "fact: !!java.io.File [x]",
                "fact: purchase\nknown: 2 days\ncolumns: {recorded: Booked}",
                "fact: purchase\ncolumns: {date: {from: Day}, site: {}}",
                "fact: purchase\ncolumns: {site: {from: Shop, codes: [a]}}",
                "just words"
            })
    void whatIsNoMappingIsRefused(String text) {
        assertThat(refused(text)).contains("test.yaml");
    }

    @Test
    void aMappingForAnotherKindThanAskedForIsRefused() {
        Failure failure = catchThrowableOfType(
                Failure.class, () -> MappingYaml.read("fact: ticket", "test.yaml", Optional.of(FactKind.COST)));
        assertThat(failure.getMessage()).contains("it is for ticket, but cost was asked for");
        assertThat(MappingYaml.read("", "test.yaml", Optional.of(FactKind.COST)).fact())
                .isEqualTo(FactKind.COST);
    }

    @Test
    void mendedRowsComeAsADeltaOfPlainCsv() {
        Mapping mended = read(EVERYTHING).forMendedRows();
        assertThat(mended.encoding()).isEmpty();
        assertThat(mended.delimiter()).contains(',');
        assertThat(mended.sheet()).isEmpty();
        assertThat(mended.headerRow()).isEqualTo(1);
        assertThat(mended.dropDuplicates()).isFalse();
        assertThat(mended.feed()).contains(Feed.DELTA);
        assertThat(rule(mended, "line").from()).contains("set aside");
        assertThat(Mapping.empty(FactKind.COST).forMendedRows().columns()).isEmpty();
    }

    @Test
    void utf8CanBeStated() {
        assertThat(read("fact: cost\nencoding: utf-8").encoding()).contains(StandardCharsets.UTF_8);
    }

    private static ColumnRule rule(Mapping mapping, String input) {
        return Optional.ofNullable(mapping.columns().get(input)).orElseThrow();
    }

    private static Mapping read(String text) {
        return MappingYaml.read(text, "test.yaml", Optional.empty());
    }

    private static String refused(String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> read(text));
        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo("MAPPING_INVALID");
        return String.valueOf(failure.getMessage());
    }
}
