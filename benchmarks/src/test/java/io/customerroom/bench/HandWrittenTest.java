package io.customerroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other side must give right answers too, or beating it means nothing. */
class HandWrittenTest {

    /** One who stays, one who lapses on 2024-04-11 and returns on 2024-06-01, one line of nobody. */
    private static final String PURCHASES = """
            order,line,customer,date,product,quantity,amount,cost,site
            N1,1,stays,2024-01-10,P1,1,10.00,6.00,Northgate
            N2,1,returns,2024-01-11,P1,2,20.00,12.00,Northgate
            N3,1,stays,2024-03-01,P1,1,10.00,6.00,Northgate
            N4,1,,2024-03-02,P1,1,99.00,6.00,Northgate
            N5,1,stays,2024-05-01,P1,1,10.00,6.00,Northgate
            N6,1,returns,2024-06-01,P1,1,5.00,3.00,Northgate
            N7,1,returns,2024-06-02,P1,-1,-5.00,-3.00,Northgate
            """;

    @TempDir
    private Path folder;

    @Test
    void lapseAndReturnAreBookedByDay() throws IOException, SQLException {
        build();
        assertThat(rows("""
                SELECT starts_on, sum(opening), sum(gained), sum(regained), sum(lost), sum(closing)
                FROM read_parquet('%s') WHERE grain = 'month' GROUP BY starts_on ORDER BY starts_on"""))
                .containsExactly(
                        "2024-01-01 0 2 0 0 2",
                        "2024-02-01 2 0 0 0 2",
                        "2024-03-01 2 0 0 0 2",
                        "2024-04-01 2 0 0 1 1",
                        "2024-05-01 1 0 0 0 1",
                        "2024-06-01 1 0 1 0 2");
    }

    @Test
    void everyGrainHoldsTheSameRevenueOfKnownCustomers() throws IOException, SQLException {
        build();
        assertThat(rows("SELECT grain, sum(revenue) FROM read_parquet('%s') GROUP BY grain ORDER BY grain"))
                .containsExactly(
                        "fiscal-quarter 50.000000",
                        "fiscal-year 50.000000",
                        "month 50.000000",
                        "quarter 50.000000",
                        "year 50.000000");
    }

    private void build() throws IOException, SQLException {
        Path csv = Files.writeString(folder.resolve("purchases.csv"), PURCHASES);
        Path facts = folder.resolve("facts.parquet");
        HandWritten.main(new String[] {"import", csv.toString(), facts.toString()});
        HandWritten.main(new String[] {"build", facts.toString(), folder.toString()});
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = HandWritten.connect(folder);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql.formatted(folder.resolve("customer_period.parquet")))) {
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
