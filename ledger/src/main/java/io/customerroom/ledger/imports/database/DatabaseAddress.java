package io.customerroom.ledger.imports.database;

import io.customerroom.kernel.Failure;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is: {@code jdbc:postgresql://host:port/name?sslmode=verify-full}. One host, and parameters from a short list: most of what a driver takes can
 * load classes, write files or open other connections. Names and passwords of users are refused here, since addresses are shown and kept.
 *
 * @param parameters {@code sslmode} and {@code currentSchema}
 */
record DatabaseAddress(String host, int port, String name, Map<String, String> parameters) {

    static final String PREFIX = "jdbc:postgresql:";

    private static final Pattern URL = Pattern.compile(
            "jdbc:postgresql://(\\[[0-9A-Fa-f:.]{2,45}\\]|[A-Za-z0-9._-]{1,253})(?::(\\d{1,5}))?/([^/?&#%;,\\s]{1,63})(?:\\?(.*))?");
    private static final Map<String, Pattern> ALLOWED = Map.of(
            "sslmode", Pattern.compile("disable|allow|prefer|require|verify-ca|verify-full"),
            "currentSchema", Pattern.compile("\\w{1,63}(,\\w{1,63})*"));
    private static final Set<String> CREDENTIALS = Set.of("user", "password");

    DatabaseAddress {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** Refused: other databases, several hosts, parameters that are not on the list. The message repeats no value. */
    static DatabaseAddress parse(String url) {
        Matcher parts = URL.matcher(url.strip());
        int port = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : 5432;
        if (!parts.matches() || port < 1 || port > 65_535) {
            throw Failure.yours(
                    "DATABASE_ADDRESS",
                    "This is no address of a database that can be read.",
                    "Write jdbc:postgresql://HOST:PORT/NAME, with one host and without a user or a password.");
        }
        Map<String, String> parameters = new TreeMap<>();
        String query = parts.group(4) == null ? "" : parts.group(4);
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] pair = parameter.split("=", 2);
            Pattern allowed = ALLOWED.get(pair[0]);
            if (allowed == null || pair.length < 2 || !allowed.matcher(pair[1]).matches()) {
                throw refused(pair[0]);
            }
            parameters.put(pair[0], pair[1]);
        }
        String host = parts.group(1).startsWith("[")
                ? parts.group(1).substring(1, parts.group(1).length() - 1)
                : parts.group(1);
        return new DatabaseAddress(host, port, parts.group(3), parameters);
    }

    private static Failure refused(String parameter) {
        if (CREDENTIALS.contains(parameter)) {
            return Failure.yours(
                    "DATABASE_CREDENTIALS",
                    "The address holds a user or a password.",
                    "Put them into the environment (CUSTOMER_ROOM_DB_USER, CUSTOMER_ROOM_DB_PASSWORD), or name a file with --password-file.");
        }
        return Failure.yours(
                "DATABASE_PARAMETER",
                "The address states '%s', or a value of it, which is not accepted."
                        .formatted(parameter.replaceAll("[^A-Za-z0-9._-]", "?")),
                "Accepted are sslmode (disable to verify-full) and currentSchema.");
    }

    /** As people read it, in receipts. */
    String shown() {
        return "%s at %s%s".formatted(name, host, port == 5432 ? "" : ":" + port);
    }
}
