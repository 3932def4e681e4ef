package io.customerroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.app.cli.Console;
import io.customerroom.app.cli.CustomerRoom;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other side must give right answers too, or beating it means nothing. */
class HandWrittenTest {

    /** One who stays, one who lapses on 2025-01-16 and returns on 2025-02-01, one line of nobody. */
    private static final String PURCHASES = """
            order,line,customer,date,product,quantity,amount,cost,site
            N1,1,stays,2024-01-10,P1,1,10.00,6.00,Northgate
            N2,1,returns,2024-01-16,P1,2,20.00,12.00,Northgate
            N3,1,stays,2024-10-01,P1,1,10.00,6.00,Northgate
            N3,2,stays,2024-10-01,P2,1,7.00,,Northgate
            N4,1,,2024-10-02,P1,1,99.00,6.00,Northgate
            N5,1,stays,2025-01-05,P1,1,10.00,6.00,Eastfield
            N6,1,returns,2025-02-01,P1,1,5.00,3.00,Northgate
            N7,1,returns,2025-02-02,P1,-1,-5.00,-3.00,Northgate
            """;

    @TempDir
    private Path folder;

    @Test
    void lapseAndReturnAreBookedByDay() throws IOException, SQLException {
        build();
        assertThat(rows("""
                SELECT period, sum(opening), sum(gained), sum(regained), sum(lost), sum(closing)
                FROM read_parquet('%s') WHERE grain = 'quarter' OR period LIKE '2025-%%' GROUP BY period ORDER BY period""", "customer_period.parquet"))
                .containsExactly(
                        "2024-Q1 0 2 0 0 2",
                        "2024-Q2 2 0 0 0 2",
                        "2024-Q3 2 0 0 0 2",
                        "2024-Q4 2 0 0 0 2",
                        "2025-01 2 0 0 1 1",
                        "2025-02 1 0 1 0 2",
                        "2025-Q1 2 0 0 0 2");
    }

    /** Customers have other keys there, so their rows are compared without. */
    @Test
    void givesTheTablesOfTheProduct() throws IOException, SQLException {
        build();
        Path ledger = productLedger();
        String without = "SELECT * EXCLUDE (customer) FROM read_parquet('%s') ORDER BY ALL";
        for (String table : List.of("customer_period", "spell", "customer", "buying_move")) {
            assertThat(rows(without, table + ".parquet"))
                    .as(table)
                    .isNotEmpty()
                    .isEqualTo(rows(without, ledger.resolve(table + ".parquet").toString()));
        }
        assertThat(rows("SELECT * FROM read_parquet('%s') ORDER BY ALL", "unknown_period.parquet"))
                .hasSize(5)
                .isEqualTo(rows(
                        "SELECT * FROM read_parquet('%s') ORDER BY ALL",
                        ledger.resolve("unknown_period.parquet").toString()));
    }

    private Path productLedger() throws IOException {
        room("init", "shop");
        room("import", "purchases.csv", "--as", "purchase", "--dir", "shop");
        room("build", "--dir", "shop");
        try (Stream<Path> builds = Files.list(folder.resolve("shop/ledger"))) {
            return builds.findFirst().orElseThrow();
        }
    }

    private void room(String... words) {
        StringWriter said = new StringWriter();
        Console console = new Console(new PrintWriter(said), new PrintWriter(said), false);
        Clock clock = Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);
        assertThat(new CustomerRoom(console, clock, folder).run(words))
                .as(said::toString)
                .isZero();
    }

    private void build() throws IOException, SQLException {
        Path csv = Files.writeString(folder.resolve("purchases.csv"), PURCHASES);
        Path facts = folder.resolve("facts.parquet");
        HandWritten.main(new String[] {"import", csv.toString(), facts.toString()});
        HandWritten.main(new String[] {"build", facts.toString(), folder.toString()});
    }

    private List<String> rows(String sql, String file) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = HandWritten.connect(folder);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql.formatted(folder.resolve(file)))) {
            while (answer.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                    cells.add(answer.getString(column));
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }
}
