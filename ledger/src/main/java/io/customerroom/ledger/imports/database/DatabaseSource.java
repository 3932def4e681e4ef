package io.customerroom.ledger.imports.database;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A database that this room reads, as it was last stated. Its password is not part of it.
 *
 * @param kind what a row is
 * @param mapping what the columns mean, as text; empty until somebody has looked at the rows
 * @param paused whether it is left alone for now
 */
public record DatabaseSource(
        String name, Door door, Asked asked, FactKind kind, String mapping, Plan plan, boolean paused) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");
    private static final Pattern VARIABLE = Pattern.compile("CUSTOMER_ROOM_DB_PASSWORD(_[A-Z0-9_]{1,40})?");
    private static final int LONGEST_USER = 63;
    private static final int LONGEST_QUERY = 10_000;
    private static final Duration OVERLAP = Duration.ofHours(1);
    private static final Duration TIMEOUT = Duration.ofHours(1);

    public DatabaseSource {
        if (!NAME.matcher(name).matches() || name.equals("new")) {
            throw Failure.yours(
                    "DATABASE_SOURCE_NAME",
                    "This is no name for a source.",
                    "Use up to 60 small letters, digits, - and _, as in shop.");
        }
        request(door, asked, plan, new DatabaseRequest.Login("", "")).shown();
    }

    /**
     * Where it is, and who reads.
     *
     * @param address {@code jdbc:postgresql://HOST:PORT/NAME}, without a login
     * @param environment the variable that holds the password; empty where the password is kept sealed
     */
    public record Door(String address, String user, Optional<String> environment) {

        /** Only variables of one form: a page must not send whatever else the program's environment holds to some host. */
        public Door {
            if (user.isBlank() || user.length() > LONGEST_USER) {
                throw Failure.yours(
                        "DATABASE_USER", "The user of the database is not said.", "Name one who may only read.");
            }
            if (environment.filter(name -> !VARIABLE.matcher(name).matches()).isPresent()) {
                throw Failure.yours(
                        "DATABASE_VARIABLE",
                        "This is no variable that may hold the password of a database.",
                        "Name CUSTOMER_ROOM_DB_PASSWORD, or CUSTOMER_ROOM_DB_PASSWORD_ with capitals, digits and _ behind it.");
            }
        }

        /** Where it is, as people read it. */
        public String shown() {
            return DatabaseAddress.parse(address).shown();
        }
    }

    /** Which rows: of a table or view, or of one SELECT. */
    public record Asked(Optional<String> table, Optional<String> query) {

        public Asked {
            if (query.filter(text -> text.length() > LONGEST_QUERY).isPresent()) {
                throw Failure.yours(
                        "DATABASE_QUERY", "This query is too long.", "Make a view of it, and read the view.");
            }
        }

        public String shown() {
            return table.orElse("a query");
        }
    }

    /**
     * When it is read, and how much of it.
     *
     * @param sinceColumn a column that grows with every change; empty: every reading reads all rows
     * @param hour of the company's day, for days and weeks
     */
    public record Plan(Optional<String> sinceColumn, Rhythm rhythm, int hour) {

        public static final Plan BY_HAND = new Plan(Optional.empty(), Rhythm.BY_HAND, 3);

        public Plan {
            if (hour < 0 || hour > 23) {
                throw Failure.yours("RHYTHM_MALFORMED", "%d is no hour.".formatted(hour), "Use 0 to 23.");
            }
        }

        /** {@code every day at 03:00, only what is new by updated_at}. */
        public String inWords() {
            return rhythm.at(hour)
                    + sinceColumn
                            .map(column -> ", only what is new by " + column)
                            .orElse(", all rows each time");
        }
    }

    /** What is told in the trail: where, who, what and how often. */
    String inWords() {
        return "%s of %s as %s by the user %s with the password %s; %s%s"
                .formatted(
                        asked.shown(),
                        door.shown(),
                        kind.table(),
                        door.user(),
                        door.environment().map(name -> "of " + name).orElse("that is kept"),
                        plan.inWords(),
                        paused ? "; paused" : "");
    }

    DatabaseSource at(Door elsewhere, Asked other, FactKind fact) {
        return new DatabaseSource(name, elsewhere, other, fact, fact == kind ? mapping : "", plan, paused);
    }

    DatabaseSource reads(String yaml) {
        return new DatabaseSource(name, door, asked, kind, yaml, plan, paused);
    }

    DatabaseSource planned(Plan other) {
        return new DatabaseSource(name, door, asked, kind, mapping, other, paused);
    }

    DatabaseSource paused(boolean left) {
        return new DatabaseSource(name, door, asked, kind, mapping, plan, left);
    }

    DatabaseRequest request(DatabaseRequest.Login login) {
        return request(door, asked, plan, login);
    }

    private static DatabaseRequest request(Door door, Asked asked, Plan plan, DatabaseRequest.Login login) {
        return new DatabaseRequest(
                door.address(), asked.table(), asked.query(), plan.sinceColumn(), OVERLAP, login, TIMEOUT);
    }
}
