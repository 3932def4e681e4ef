package io.customerroom.app.demo;

import io.customerroom.app.export.WallPages;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.demo.Act;
import io.customerroom.demo.DemoSettings;
import io.customerroom.demo.DemoStory;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.goals.Aimed;
import io.customerroom.ledger.goals.Goals;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.persons.PersonCalls;
import io.customerroom.room.Room;
import io.customerroom.room.artefacts.Artefact;
import io.customerroom.room.artefacts.Artefacts;
import io.customerroom.room.artefacts.Consent;
import io.customerroom.room.artefacts.Draft;
import io.customerroom.room.artefacts.Kind;
import io.customerroom.room.artefacts.Reach;
import io.customerroom.room.artefacts.Subject;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.evidence.Figures;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.issues.PlanLine;
import io.customerroom.room.losses.CallNote;
import io.customerroom.room.losses.Population;
import io.customerroom.room.meetings.Answer;
import io.customerroom.room.meetings.Attendance;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.people.Role;
import io.customerroom.room.promises.Level;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.Promises;
import io.customerroom.room.unprofitable.CustomerCase;
import io.customerroom.room.unprofitable.CustomerCases;
import io.customerroom.room.unprofitable.Treatment;
import io.customerroom.walls.asset.LossBook.Outcome;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.customers.LedgerRowsOfBuild;
import io.customerroom.web.losses.Populations;
import io.customerroom.web.walls.WallsOfBuild;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lives in the demo company's room before the reader enters it: plays the story through the room's own services, at the times at which
 * it happened. Meetings are frozen as the walls were known on their day. Playing it again changes nothing.
 */
public final class DemoRoom {

    /** Over so many months unprofitable customers are ranked. */
    private static final int MONTHS_KEPT = 12;

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Workbench bench;
    private final DemoSettings settings;
    private final Consumer<String> say;
    private final Charts charts;
    private final StoryClock clock;
    private final Map<String, String> meetings = new HashMap<>();
    private final Map<String, String> promises = new HashMap<>();
    private final Map<String, String> hung = new HashMap<>();
    private final Map<Integer, String> taken = new HashMap<>();

    /** @param say hears of each meeting */
    public DemoRoom(Workbench bench, DemoSettings settings, Consumer<String> say) {
        this.bench = bench;
        this.settings = settings;
        this.charts = Charts.keptIn(bench.workspace());
        this.say = say;
        this.clock = new StoryClock(bench.settings().calendar().zone());
    }

    public void live() {
        List<Act> acts = DemoStory.of(settings);
        clock.moveTo(at(acts.getFirst()));
        try (Workbench.PastRoom past = bench.roomAt(clock)) {
            for (Act act : acts) {
                clock.moveTo(at(act));
                play(past, act);
            }
        }
    }

    private Instant at(Act act) {
        return act.day()
                .atTime(MORNING)
                .atZone(bench.settings().calendar().zone())
                .toInstant();
    }

    private void play(Workbench.PastRoom past, Act act) {
        Room room = past.room();
        switch (act) {
            case Act.Budgeted it ->
                new Goals(past.store(), bench.settings().calendar())
                        .state(
                                by(it.account(), it.reason()),
                                Aimed.of(it.figure()),
                                it.month().toString(),
                                Optional.empty(),
                                Optional.of(BigDecimal.valueOf(it.level())));
            case Act.Remarked it ->
                room.boards().remarks().write(by(it.account(), ""), it.series(), it.about(), it.words(), false);
            case Act.Invited it -> {
                if (room.people().find(it.account()).isEmpty()) {
                    room.people().invite(by("demo", ""), it.account(), it.name(), Role.of(it.role()));
                }
            }
            case Act.Met it -> met(room, it);
            case Act.Planned it -> plan(room, it.title(), it);
            case Act.Attended it ->
                room.meetings()
                        .attend(
                                facilitator(),
                                meeting(it.meeting()),
                                new Attendance(it.account(), it.present(), it.substitute()));
            case Act.Answered it ->
                room.meetings()
                        .answer(
                                facilitator(),
                                meeting(it.meeting()),
                                it.exhibit(),
                                it.account(),
                                new Answer.Words(it.why(), it.when(), it.how()));
            case Act.Promised it -> promised(room, it);
            case Act.Moved it -> room.promises().move(by(it.owner(), it.reason()), promise(it.pledge()), it.to());
            case Act.Kept it -> room.promises().keep(by(it.owner(), ""), promise(it.pledge()), it.evidence());
            case Act.Hung it -> hang(room.artefacts(), it);
            case Act.TakenDown it -> takeDown(room.artefacts(), it);
            case Act.Handled it -> handle(room.cases(), it);
            case Act.Aimed it ->
                room.boards().issues().aim(by(it.account(), it.reason()), it.issue(), it.most(), it.calm());
            case Act.Entrusted it ->
                room.boards().issues().entrust(by(it.account(), ""), it.issue(), it.owner(), it.team());
            case Act.Cared it -> new DemoVips(bench).care(room.vips(), by(it.account(), ""), it);
            case Act.Launches it ->
                new DemoProgrammes(bench, settings).launch(room.programmes(), by(it.account(), ""), it);
            case Act.Wrote it ->
                room.boards()
                        .issues()
                        .write(
                                by(it.account(), ""),
                                it.issue(),
                                it.words(),
                                it.doer(),
                                it.since(),
                                PlanLine.State.of(it.state()));
            case Act.Drew it -> drew(room, it);
            case Act.Called it -> called(room, it);
            case Act.Broken it -> room.promises().breakOff(by(it.owner(), ""), promise(it.pledge()), it.evidence());
        }
    }

    /** In a company where so few cost more than they bring, nothing happens. */
    private void handle(CustomerCases cases, Act.Handled it) {
        Authorship by = by(it.account(), it.reason());
        if (it.step().equals("open")) {
            worst(it)
                    .ifPresent(row -> taken.put(
                            it.place(),
                            cases.open(by, row.customer(), row.before()).id()));
            return;
        }
        String id = taken.get(it.place());
        if (id != null
                && cases.require(id).steps().stream()
                        .noneMatch(step -> step.words().equals(it.reason()))) {
            switch (it.step()) {
                case "approve" -> cases.approve(by, id);
                case "done" -> cases.done(by, id);
                default -> cases.choose(by, id, Treatment.of(it.step()), it.lookOn());
            }
        }
    }

    private record Worst(CustomerId customer, CustomerCase.Before before) {}

    private Optional<Worst> worst(Act.Handled it) {
        Build build = bench.builds()
                .at(
                        new BuildRequest(Optional.of(it.through()), Optional.of(clock.instant()), List.of()),
                        facilitator());
        Rows rows = bench.questions()
                .ask(
                        build,
                        MetricQuery.of("loss-makers", Grain.MONTH)
                                .in(bench.settings().calendar().periodOf(Grain.MONTH, it.through()))
                                .rowsBehind(it.place()))
                .rows();
        return rows.size() < it.place()
                ? Optional.empty()
                : Optional.of(rows.rows().get(it.place() - 1))
                        .map(row -> new Worst(
                                new CustomerId((Long) Objects.requireNonNull(row.get(rows.indexOf("customer")))),
                                new CustomerCase.Before(
                                        (BigDecimal) Objects.requireNonNull(row.get(rows.indexOf("contribution"))),
                                        MONTHS_KEPT,
                                        it.through())));
    }

    private void drew(Room room, Act.Drew it) {
        BuildRequest asked = new BuildRequest(Optional.of(it.through()), Optional.of(clock.instant()), List.of());
        Build build = bench.builds().at(asked, facilitator());
        Population population = Populations.of(
                new LedgerRowsOfBuild(bench.questions(), query -> Optional.of(build)),
                new PersonCalls(bench.workspace(), bench.store(), bench.engine()),
                room.losses(),
                new WallQuery(month(it.through()), Optional.empty(), Optional.empty(), build.clocks()),
                clock.instant(),
                build.id(),
                build.definitions());
        if (!population.eligible().isEmpty()) {
            room.losses().draw(facilitator(), population, it.executives());
        }
    }

    /** In a very small company fewer may have been drawn than the story calls. */
    private void called(Room room, Act.Called it) {
        String month = month(it.through()).name();
        room.losses().drawings().stream()
                .filter(drawing -> drawing.month().equals(month))
                .flatMap(drawing -> drawing.of(it.executive()).stream())
                .skip(it.place() - 1L)
                .findFirst()
                .ifPresent(drawn -> room.losses()
                        .note(
                                by(it.executive(), ""),
                                drawn.customer(),
                                new CallNote(
                                        Outcome.of(it.outcome()),
                                        it.notes(),
                                        it.reason(),
                                        it.issue(),
                                        it.saved().isEmpty()
                                                ? Optional.empty()
                                                : Optional.of(it.saved().equals("yes")),
                                        "",
                                        clock.instant(),
                                        it.executive())));
    }

    private Period month(LocalDate through) {
        return bench.settings().calendar().periodOf(Grain.MONTH, through);
    }

    private Meeting plan(Room room, String title, Act act) {
        Meeting meeting = room.meetings().plan(facilitator(), title, act.day(), Cadence.MONTHLY);
        meetings.put(title, meeting.id());
        return meeting;
    }

    private void met(Room room, Act.Met it) {
        Meeting meeting = plan(room, it.title(), it);
        if (!meeting.frozen()) {
            room.meetings().freeze(facilitator(), meeting.id(), walls(it));
        }
        say.accept("%s was held on %s, in front of the walls as they were known then.".formatted(it.title(), it.day()));
    }

    private ExhibitSource walls(Act.Met it) {
        BuildRequest asked = new BuildRequest(Optional.of(it.through()), Optional.of(clock.instant()), List.of());
        Build build = bench.builds().at(asked, facilitator());
        WallPages pages = WallPages.of(bench, build, Optional.empty(), Map.of());
        CompanyFace company = new CompanyFace(
                bench.settings().company(),
                bench.settings().calendar(),
                bench.settings().currency());
        return WallsOfBuild.of(
                pages.walls(),
                pages.query(),
                build,
                company,
                charts,
                new LedgerRowsOfBuild(bench.questions(), query -> Optional.of(build)));
    }

    private void promised(Room room, Act.Promised it) {
        Level level = new Level(BigDecimal.valueOf(it.level()), it.unit(), Level.Direction.of(it.direction()));
        Promise promise = room.promises()
                .make(
                        by(it.owner(), ""),
                        new Promises.Offer(
                                meeting(it.meeting()),
                                it.exhibit(),
                                figure(room, it),
                                level,
                                it.due(),
                                it.owner(),
                                it.words()));
        promises.put(it.pledge(), promise.id());
    }

    private void hang(Artefacts artefacts, Act.Hung it) {
        Subject about = Subject.of(it.about(), it.name());
        Instant now = clock.instant();
        if (artefacts.about(about).stream().anyMatch(hung -> hung.at().equals(now))) {
            return; // the story is played again; what was taken down since would not be recognised by its words
        }
        Artefact hung = artefacts.hang(
                by(it.account(), ""),
                new Draft(
                        Kind.of(it.kind()),
                        it.title(),
                        it.words(),
                        it.source(),
                        Optional.of(it.day().minusDays(2)),
                        about,
                        Optional.empty(),
                        new Consent.Given(
                                Reach.of(it.reach()),
                                it.giver(),
                                Optional.of(it.day().minusDays(1)),
                                it.until()),
                        it.picture().map(picture -> new Draft.Sent(picture.png())),
                        Draft.Redaction.NONE));
        this.hung.put(it.title(), hung.id());
    }

    private void takeDown(Artefacts artefacts, Act.TakenDown it) {
        String id = hung.get(it.title());
        if (id != null) {
            artefacts.withdraw(by(it.account(), it.reason()), id);
        }
    }

    /** The figure promised about, where the frozen wall says it: in a very small company an issue may have had no ticket. */
    private String figure(Room room, Act.Promised it) {
        boolean said = room.meetings().readings(meeting(it.meeting())).stream()
                .map(FrozenReading::reading)
                .filter(reading -> reading.exhibit().equals(it.exhibit()))
                .anyMatch(reading -> Figures.find(reading, it.figure()).isPresent());
        return said ? it.figure() : "";
    }

    private String meeting(String title) {
        return Objects.requireNonNull(meetings.get(title), title);
    }

    private String promise(String pledge) {
        return Objects.requireNonNull(promises.get(pledge), pledge);
    }

    private static Authorship facilitator() {
        return by(DemoStory.facilitator(), "");
    }

    private static Authorship by(String account, String reason) {
        return new Authorship(account, "demo", reason, "demo");
    }
}
