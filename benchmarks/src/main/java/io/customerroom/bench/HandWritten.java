package io.customerroom.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;

/**
 * The other side of every comparison: what somebody with DuckDB and an afternoon would write, in a JVM of its own.
 * {@code open} opens the engine and asks for one number; {@code NAME IN OUT} runs {@code NAME.sql} on the files.
 */
public final class HandWritten {

    private HandWritten() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection = connect(Path.of(System.getProperty("java.io.tmpdir")));
                Statement statement = connection.createStatement()) {
            if (arguments[0].equals("open")) {
                try (ResultSet answer = statement.executeQuery("SELECT 42")) {
                    answer.next();
                }
            } else {
                run(statement, text(arguments[0] + ".sql", arguments[1], arguments[2]));
            }
        }
    }

    /** As the product sets it, so that both sides may use the same memory and the same cores. */
    static Connection connect(Path spill) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", "2GB");
        properties.setProperty(
                "temp_directory", spill.resolve("hand-written-spill").toString());
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        return DriverManager.getConnection("jdbc:duckdb:", properties);
    }

    /** The text beside this class, with {@code ${in}} and {@code ${out}} filled in: paths of our own making. */
    static String text(String name, String in, String out) throws IOException {
        try (InputStream text = Objects.requireNonNull(HandWritten.class.getResourceAsStream(name), name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${in}", in)
                    .replace("${out}", out);
        }
    }

    private static void run(Statement statement, String texts) throws SQLException {
        for (String text : texts.split(";\\s*\n")) {
            if (!text.isBlank()) {
                statement.execute(text);
            }
        }
    }
}
