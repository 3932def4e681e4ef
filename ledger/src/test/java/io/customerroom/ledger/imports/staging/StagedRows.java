package io.customerroom.ledger.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.identity.IdentitySecret;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows as text, staged and shown again: cells stand between blanks, what is empty is a dash, and customers are called by their ids.
 */
abstract class StagedRows {

    static final Instant IMPORTED = Instant.parse("2026-06-04T08:00:00Z");
    static final String PURCHASES = "fact: purchase\ncolumns: {order: o, customer: c, date: d, amount: a}\n";

    private static final IdentitySecret SECRET = IdentitySecret.of(new byte[32]);

    @TempDir
    Path folder;

    Lookups lookups = Lookups.NONE;

    private int runs;

    String facts(String mapping, String text) throws IOException {
        return shown(run(mapping, text));
    }

    StagingPass.Staged run(String mapping, String text) throws IOException {
        return run(mapping(mapping), "Europe/Berlin", Set.of(), text);
    }

    StagingPass.Staged run(Mapping mapping, String zone, Set<Long> erased, String text) throws IOException {
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

    static DelimitedRows rows(String text) {
        return new DelimitedRows(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ',', Limits.standard(), 0);
    }

    static Mapping mapping(String text) {
        return MappingYaml.read(text, "test.yaml", Optional.empty());
    }

    static long key(String space, String id) {
        return new CustomerKeys(SECRET).key(space, id).value();
    }

    /** Line, customer, moment, shift of the day, then the rest as it stands. Days are shown as dates for contracts and what befell them. */
    static String shown(StagingPass.Staged staged) throws IOException {
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
                        ? LocalDate.ofEpochDay(Long.parseLong(cells[i])).toString()
                        : cells[i];
                cell = cell.replace("c" + Long.toString(key("customer", "ben"), 36), "BEN");
                text.append(' ').append(cell.isEmpty() ? "-" : cell);
            }
            text.append('\n');
        }
        return text.toString();
    }

    static String persons(StagingPass.Staged staged) throws IOException {
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

    static String moment(String micros) {
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
