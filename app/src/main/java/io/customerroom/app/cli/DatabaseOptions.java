package io.customerroom.app.cli;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.database.DatabaseRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an import from a database has to be told. The password is never an argument: those are seen by everybody on the machine. */
final class DatabaseOptions {

    private static final String USER = "CUSTOMER_ROOM_DB_USER";
    private static final String PASSWORD = "CUSTOMER_ROOM_DB_PASSWORD";

    @Option(names = "--table", paramLabel = "TABLE", description = "Of a database: every row of this table or view.")
    private Optional<String> table = Optional.empty();

    @Option(names = "--query", paramLabel = "SELECT", description = "Of a database: the rows of one SELECT.")
    private Optional<String> query = Optional.empty();

    @Option(
            names = "--since-column",
            paramLabel = "COLUMN",
            description = "Reads only what is new by this column, which every change sets anew, such as updated_at.")
    private Optional<String> since = Optional.empty();

    @Option(
            names = "--overlap-minutes",
            paramLabel = "N",
            defaultValue = "60",
            description =
                    "How far before the last reading the next one begins, for late rows; default ${DEFAULT-VALUE}.")
    private int overlap;

    @Option(
            names = "--timeout-minutes",
            paramLabel = "N",
            defaultValue = "60",
            description = "After which a database's answer is given up; default ${DEFAULT-VALUE}.")
    private int timeout;

    @Option(names = "--db-user", paramLabel = "NAME", description = "User of the database; else " + USER + ".")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Holds the password of the database; else " + PASSWORD + " in the environment.")
    private Optional<Path> passwordFile = Optional.empty();

    /** What is said of a database is refused where none is read: it would be passed over. */
    void refuseWithoutDatabase() {
        if (table.isPresent()
                || query.isPresent()
                || since.isPresent()
                || user.isPresent()
                || passwordFile.isPresent()) {
            throw Failure.yours(
                    "NOT_A_DATABASE",
                    "--table, --query, --since-column, --db-user and --password-file are said of a database, and only files are named.",
                    "Leave them out, or name the database as jdbc:postgresql://HOST/NAME.");
        }
        refuseRange();
    }

    private void refuseRange() {
        if (overlap < 0 || timeout < 1) {
            throw Failure.yours(
                    "NUMBER_RANGE",
                    "The overlap is %d minutes and the timeout %d.".formatted(overlap, timeout),
                    "State an overlap from 0 and a timeout from 1.");
        }
    }

    DatabaseRequest request(String url, CustomerRoom room, Function<String, @Nullable String> environment) {
        refuseRange();
        String name = user.or(() -> Optional.ofNullable(environment.apply(USER)))
                .orElseThrow(() -> Failure.yours(
                        "DATABASE_LOGIN",
                        "The user of the database is not said.",
                        "Add --db-user, or set " + USER + "."));
        String password = passwordFile
                .map(file -> read(room.resolve(file)))
                .or(() -> Optional.ofNullable(environment.apply(PASSWORD)))
                .orElse("");
        return new DatabaseRequest(
                url,
                table,
                query,
                since,
                Duration.ofMinutes(overlap),
                new DatabaseRequest.Login(name, password),
                Duration.ofMinutes(timeout));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw Failure.yours(
                    "PASSWORD_FILE", "The file of the password cannot be read.", "Check its name and its rights.");
        }
    }
}
