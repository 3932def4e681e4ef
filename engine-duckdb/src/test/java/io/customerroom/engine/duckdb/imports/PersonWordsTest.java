package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.engine.duckdb.DuckDbEngine;
import io.customerroom.engine.duckdb.DuckDbSettings;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.persons.NameList;
import io.customerroom.ledger.persons.PersonWords;
import io.customerroom.ledger.persons.TextMask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of files are masked without reading what everybody is called. */
class PersonWordsTest {

    @TempDir
    Path folder;

    @Test
    void whatATextCouldNameIsReadAndHiddenAsIfAllHadBeenRead() {
        Path persons = folder.resolve("persons.parquet");
        try (DuckDbEngine engine = DuckDbEngine.start(
                        new DuckDbSettings(256, 1, folder.resolve("spill"), Duration.ofSeconds(60)));
                Session session = engine.open()) {
            session.write("""
                    SELECT * FROM (VALUES (1, 'Rosalind QUUX', '12 Mill Lane', 'C00012345'), (2, 'O''Neil', '', '7'),
                        (3, 'MÜLLER Söhne', '', '4711-0815'), (4, 'Åsa Lindqvist', '', 'x')) AS t(customer, name, address, id)
                    """, Map.of(), persons);

            assertThat(nameOf("letter-of-quux_Rosalind.csv", session, persons)).isEqualTo("letter-of-[name].csv");
            assertThat(nameOf("c00012345.csv", session, persons)).isEqualTo("[name].csv");
            assertThat(nameOf("o-neil.csv", session, persons)).isEqualTo("[name].csv");
            assertThat(nameOf("müller söhne, 12 mill lane.csv", session, persons))
                    .isEqualTo("[name], [name].csv");
            assertThat(nameOf("åsa lindqvist rosalind.csv", session, persons)).isEqualTo("[name] rosalind.csv");
            assertThat(nameOf("purchases 2026-06.csv", session, persons)).isEqualTo("purchases 2026-06.csv");
        }
    }

    private static String nameOf(String file, Session session, Path persons) {
        String masked = TextMask.maskName(
                file, NameList.none().and(() -> PersonWords.readFor(file, session, List.of(persons))));
        assertThat(masked)
                .isEqualTo(TextMask.maskName(
                        file, NameList.none().and(() -> PersonWords.read(session, List.of(persons)))));
        return masked;
    }
}
