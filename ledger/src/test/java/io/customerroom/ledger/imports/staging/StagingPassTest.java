package io.customerroom.ledger.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.source.DelimitedRows;
import io.customerroom.ledger.imports.source.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StagingPassTest extends StagedRows {

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
}
