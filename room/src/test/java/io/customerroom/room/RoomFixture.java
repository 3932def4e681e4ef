package io.customerroom.room;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.evidence.ExhibitView;
import io.customerroom.room.evidence.ExhibitView.Column;
import io.customerroom.room.evidence.ExhibitView.Kind;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.Passwords;
import io.customerroom.room.people.Role;
import io.customerroom.state.StateStore;
import io.customerroom.state.TestPlace;
import io.customerroom.state.TrailEntry;
import io.customerroom.state.TrailFilter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A room on a real store, with a clock that tests move and walls with one or two exhibits. */
public final class RoomFixture implements AutoCloseable {

    public static final Authorship FAY = by("fay", "preparing the meeting");
    public static final Authorship LEO = by("leo", "supplier delivers late");
    public static final String PASSWORD = "a longer sentence";

    private static final List<String> MIGRATIONS = List.of(Builds.MIGRATIONS, Room.MIGRATIONS);

    public final MovingClock clock = new MovingClock();
    public final StateStore store;
    public final Room room;

    public RoomFixture(Path workspace) {
        Workspace place = new Workspace(workspace);
        store = StateStore.open(TestPlace.at(place.state(), MIGRATIONS), clock, MIGRATIONS);
        room = Room.over(store, place, clock, Passwords.cheap());
    }

    public static Authorship by(String actor, String reason) {
        return new Authorship(actor, "web", reason, "r1");
    }

    /** Ada administers, Fay facilitates, Leo leads, Vera reads and Dan loads data. All have the same password. */
    public RoomFixture peopled() {
        OneTimeLink.Issued first = room.people().administratorLink(by("command line", ""));
        room.people().redeem(by("link", ""), first.token(), "ada", "Ada Admin", PASSWORD);
        invite("fay", "Fay Facilitator", Role.FACILITATOR);
        invite("leo", "Leo Leader", Role.LEADER);
        invite("vera", "Vera Viewer", Role.VIEWER);
        invite("dan", "Dan Data", Role.DATA_ADMIN);
        return this;
    }

    private void invite(String name, String displayName, Role role) {
        OneTimeLink.Issued link = room.people().invite(by("ada", ""), name, displayName, role);
        room.people().redeem(by("link", ""), link.token(), name, displayName, PASSWORD);
    }

    /** Customer flow of May as known at a moment, with as many lost customers; and operations below it. */
    public static ExhibitSource walls(long lost) {
        return () -> List.of(
                new ExhibitSource.Hung(flow(lost), csv -> csv.append("customer\nc1\nc2\n")),
                new ExhibitSource.Hung(contacts(), csv -> csv.append("contact\ndelivery\n")));
    }

    public static Reading flow(long lost) {
        List<List<@Nullable String>> rows = List.of(
                List.of("2026-04", "120", "30", "true"), List.of("2026-05", "130", Long.toString(lost), "true"));
        ExhibitView view = new ExhibitView(
                "More customers left than came back",
                "Customers per month",
                List.of(new ExhibitView.Tile("net", "Net", "-11", "−11", "30 in, 41 out")),
                List.of(
                        new Column("period", "Period", Kind.KEY, ""),
                        new Column("opening", "Opening", Kind.FIGURE, "customers"),
                        new Column("lost", "Lost", Kind.FIGURE, "customers"),
                        new Column("complete", "Complete", Kind.NOTE, "")),
                rows,
                "{\"kind\":\"waterfall\"}",
                List.of());
        return reading("customer-flow", "Customer flow", 1, view);
    }

    private static Reading contacts() {
        ExhibitView view = new ExhibitView(
                "Deliveries miss their standard",
                "Share on time",
                List.of(),
                List.of(
                        new Column("contact", "Contact", Kind.KEY, ""),
                        new Column("reading", "Latest", Kind.FIGURE, "%")),
                List.of(List.of("delivery", "91.5")),
                "",
                List.of("Two sites report late."));
        return reading("priority-contacts", "Priority contacts", 3, view);
    }

    private static Reading reading(String exhibit, String title, int wall, ExhibitView view) {
        return new Reading(
                exhibit,
                title,
                wall,
                exhibit,
                "2026-05",
                view,
                Optional.empty(),
                new Clocks(LocalDate.of(2026, 5, 31), Instant.parse("2026-06-03T00:00:00Z")),
                "definitions@1",
                List.of("b2", "b1"),
                "q1");
    }

    public List<TrailEntry> about(String subject) {
        return room.trail().entries(TrailFilter.about(subject), 50);
    }

    @Override
    public void close() {
        store.close();
    }

    /** Starts on 4 June 2026 at eight and stands until it is moved. */
    public static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-06-04T08:00:00Z");

        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
