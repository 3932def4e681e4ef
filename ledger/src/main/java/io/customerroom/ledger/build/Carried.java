package io.customerroom.ledger.build;

import io.customerroom.ledger.engine.Session;
import io.customerroom.state.SqlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a build keeps beside its tables for the build that adds to it. None of it is new: each is a shorter way to something the facts say.
 * {@code settled} holds customers with the reasons for what is said of them, {@code net_zero} the months in which somebody's sales and returns
 * cancel out, {@code total} the sums of each part of {@code customer_period}.
 */
final class Carried {

    private static final SqlFile SQL = SqlFile.beside(Carried.class);

    private final Path folder;

    Carried(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve("carried-" + name + ".parquet");
    }

    boolean complete() {
        return Stream.of("settled", "net_zero", "total").allMatch(name -> Files.isRegularFile(file(name)));
    }

    /** Remembers the months of the bucket that is derived just now. */
    void keepNetZero(Steps steps, Session session, boolean first) {
        steps.timed(
                "net_zero",
                () -> session.execute(
                        (first ? "CREATE TABLE net_zero AS " : "INSERT INTO net_zero ") + SQL.text("net_zero"),
                        Map.of()));
    }

    void writeOfWhole(Steps steps, Session session) {
        List<Path> files = TableFiles.of(folder, "customer_period");
        for (int number = 1; number <= files.size(); number++) {
            total(steps, session, number, files.get(number - 1), number == 1);
        }
        write(steps, session);
    }

    /** Sums up one part, into the session's table {@code total}. */
    void total(Steps steps, Session session, int number, Path part, boolean first) {
        session.table("period_part", List.of(part));
        Map<String, Object> values = new HashMap<>(Map.of("part", (long) number));
        steps.timed(
                "total",
                () -> session.execute(
                        (first ? "CREATE TABLE total AS " : "INSERT INTO total ") + SQL.text("total"), values));
    }

    /** Writes all three from the session's tables {@code settled_customer}, {@code net_zero} and {@code total}. */
    void write(Steps steps, Session session) {
        for (String name : List.of("settled", "net_zero", "total")) {
            steps.write(session, "carried_" + name, SQL.text("write_" + name), file(name));
        }
    }

    /** Gives the session a {@code customer_period} of sums, on which the identities hold as they do on its rows. */
    long sumsInsteadOfRows(Session session) {
        session.table("total", List.of(file("total")));
        session.execute(SQL.text("sums"), Map.of());
        return session.query(SQL.text("torn"), Map.of()).rows().getFirst().getFirst() instanceof Long torn ? torn : 0;
    }
}
