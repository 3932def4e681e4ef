package io.customerroom.ledger.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.definitions.DefinitionSet;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.engine.SqlLexer;
import io.customerroom.ledger.engine.SqlToken;
import io.customerroom.state.SqlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules that decide spells and states are SQL, where mutation tools for Java see nothing. So their comparisons are turned one by one,
 * and each turned text must give other spells or states for the customers below, or be refused by an identity.
 */
class StateRulesMutationTest {

    private static final List<String> RULES =
            List.of("purchase_spell", "contract_spell", "spell", "write_customer_period");

    private static final List<String> BOOKINGS = List.of("after-lapse", "last-purchase");

    private static final Map<String, List<String>> TURNS = Map.of(
            "<=", List.of("<", ">"),
            "<", List.of("<=", ">="),
            ">=", List.of(">", "<"),
            ">", List.of(">=", "<="),
            "=", List.of("<>"),
            "<>", List.of("="));

    /** Purchases exactly a lapse apart overlap as pieces, so that the step {@code spell} joins them again: this turn changes nothing. */
    private static final List<String> EQUIVALENT =
            List.of("purchase_spell: 'before_on, bought_on) <= lapse_days THEN 0' as <");

    @TempDir
    Path folder;

    private final SqlFile sql = SqlFile.named(LedgerSteps.class, "LedgerSteps.sql");
    private LedgerFixture ledger;
    private int run;

    @BeforeEach
    void open() {
        ledger = new LedgerFixture(folder);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void noTurnedComparisonThatMattersSurvives() throws IOException {
        List<String> truths = new ArrayList<>();
        for (String booking : BOOKINGS) {
            truths.add(outcome("none", "", booking));
        }
        List<String> survivors = new ArrayList<>();
        int mutants = 0;
        for (String rule : RULES) {
            List<SqlToken> tokens = SqlLexer.tokens(sql.text(rule));
            for (int i = 0; i < tokens.size(); i++) {
                for (String turned : TURNS.getOrDefault(tokens.get(i).text(), List.of())) {
                    mutants++;
                    if (survives(rule, turned(tokens, i, turned), truths)) {
                        survivors.add(place(rule, tokens, i, turned));
                    }
                }
            }
        }
        assertThat(mutants).isGreaterThan(25);
        assertThat(survivors).isEqualTo(EQUIVALENT);
    }

    /** Customers around every edge of the rules, lapse 10 days (5 for weekly ones), through 2026-06-30. */
    private static StagedFacts customers() {
        return new StagedFacts()
                .customer(4, "weekly", "north")
                // 1: bought on the last day of the lapse, and on the day of the loss
                .purchase(1, "2026-01-01", "10")
                .purchase(1, "2026-01-11", "10")
                .purchase(1, "2026-01-22", "10")
                // 2: grew, stayed, shrank, went dormant, was lost
                .contract(2, "2026-01-01", "'2026-06-10'", "10", 1)
                .purchase(2, "2026-02-01", "5")
                .purchase(2, "2026-03-01", "5")
                // 3: touching, overlapping, separate contracts; one that never was in force; one that ends on the last
                // day
                .contract(3, "2026-01-01", "'2026-02-01'", "10", 1)
                .contract(3, "2026-02-01", "'2026-03-01'", "10", 1)
                .contract(3, "2026-04-01", "'2026-04-20'", "10", 1)
                .contract(3, "2026-04-10", "'2026-06-30'", "10", 1)
                .contract(3, "2026-03-15", "'2026-03-15'", "10", 1)
                // 4: another lapse
                .purchase(4, "2026-01-01", "10")
                .purchase(4, "2026-01-08", "10")
                // 5: a contract that a purchase spell touches, and one it overlaps
                .contract(5, "2026-01-12", "'2026-02-01'", "10", 1)
                .purchase(5, "2026-01-01", "10")
                .purchase(5, "2026-01-31", "10")
                // 6: only a return; 7: only a cost; 8: a gift of no price keeps active without revenue
                .purchase(6, "2026-02-05", "-4", "NULL", "return")
                .cost(7, "2026-02-05", "serve", "3")
                .purchase(8, "2026-02-25", "10")
                .purchase(8, "2026-03-05", "0")
                // 9: nothing yet decided; 10: lost on the very last day; 11: begins on the last day
                .purchase(9, "2026-06-25", "10")
                .purchase(10, "2026-06-19", "10")
                .contract(11, "2026-06-30", "NULL", "10", 1)
                // 12: cost of sales known, 13: came back in the next month
                .purchase(12, "2026-05-05", "10", "6", "sale")
                .purchase(13, "2026-03-28", "10")
                .purchase(13, "2026-05-05", "10")
                .until("2026-06-30");
    }

    /** Whether spells and states are the same under both bookings. Most turns show under the first. */
    private boolean survives(String rule, String text, List<String> truths) throws IOException {
        for (int i = 0; i < BOOKINGS.size(); i++) {
            if (!outcome(rule, text, BOOKINGS.get(i)).equals(truths.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Spells and states under one booking, as text; a refusal is an outcome too. */
    private String outcome(String rule, String text, String booking) throws IOException {
        Path staged = Files.createDirectories(folder.resolve("run" + run++));
        try {
            new LedgerSteps(
                            ledger.engine,
                            CompanyCalendar.utc(),
                            new Clocks(LocalDate.of(2026, 6, 30), Instant.EPOCH),
                            definitions(booking),
                            staged,
                            Clock.systemUTC(),
                            Long.MAX_VALUE,
                            name -> name.equals(rule) ? text : sql.text(name))
                    .run(customers());
            return spellsAndStates(staged);
        } catch (Failure refused) {
            return refused.code();
        }
    }

    private static DefinitionSet definitions(String booking) {
        String card = "version: 1\nowner: cco\nreason: test\nvalid-from: 1900-01-01\n";
        return Definitions.of(Map.of(
                        "activity.yaml",
                        "name: activity\n" + card + "lapse-days: 10\nlapse-days-by-segment: {weekly: 5}\nbooking: "
                                + booking))
                .inForce(LocalDate.of(2026, 6, 30), List.of());
    }

    private String spellsAndStates(Path staged) {
        try (Session session = ledger.engine.open()) {
            Map<String, String> tables = new TreeMap<>();
            tables.put("spell", "SELECT * FROM spell ORDER BY customer, spell");
            tables.put("customer_period", "SELECT * FROM customer_period ORDER BY grain, starts_on, customer");
            return tables.entrySet().stream()
                    .map(table -> {
                        session.table(table.getKey(), List.of(TableFiles.whole(staged, table.getKey())));
                        return session.query(table.getValue(), Map.of()).rows().toString();
                    })
                    .collect(Collectors.joining());
        }
    }

    private static String turned(List<SqlToken> tokens, int at, String turned) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            text.append(i == at ? turned : tokens.get(i).text());
        }
        return text.toString();
    }

    private static String place(String rule, List<SqlToken> tokens, int at, String turned) {
        String around = tokens.subList(Math.max(0, at - 6), Math.min(tokens.size(), at + 7)).stream()
                .map(SqlToken::text)
                .collect(Collectors.joining());
        return "%s: '%s' as %s".formatted(rule, around.strip(), turned);
    }
}
