package io.customerroom.room.meetings.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.artefacts.internal.Hangings;
import io.customerroom.room.evidence.EvidenceFiles;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.evidence.ExhibitSource.RowsBehind;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.evidence.Steps;
import io.customerroom.room.meetings.Answer;
import io.customerroom.room.meetings.Attendance;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.meetings.Slot;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.Trail;
import io.customerroom.state.Writing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Meetings in the state store, with the rows behind their evidence in files. */
public final class StoredMeetings implements Meetings {

    private final StateStore store;
    private final EvidenceFiles files;

    public StoredMeetings(StateStore store, EvidenceFiles files) {
        this.store = store;
        this.files = files;
    }

    @Override
    public List<Meeting> all() {
        return store.read(MeetingTable::all);
    }

    @Override
    public Optional<Meeting> find(String id) {
        return number(id).flatMap(number -> store.read(handle -> MeetingTable.find(handle, number)));
    }

    @Override
    public Meeting require(String id) {
        return find(id).orElseThrow(StoredMeetings::unknown);
    }

    @Override
    public Meeting plan(Authorship by, String title, LocalDate day, Cadence cadence) {
        String words = checkedTitle(title);
        return store.write(by, writing -> {
            Optional<Meeting> same = MeetingTable.same(writing.handle(), words, day);
            if (same.isPresent()) {
                writing.unchanged();
                return same.get();
            }
            long number = MeetingTable.plan(writing, words, day, cadence);
            writing.record(
                    "meeting-planned",
                    "m" + number,
                    Change.made("planned for " + day),
                    Map.of("title", words, "day", day, "cadence", cadence));
            return MeetingTable.find(writing.handle(), number).orElseThrow();
        });
    }

    @Override
    public Meeting schedule(Authorship by, String id, LocalDate day, Slot slot) {
        long number = require(number(id));
        return store.write(by, writing -> {
            Meeting meeting = MeetingTable.find(writing.handle(), number).orElseThrow(StoredMeetings::unknown);
            Optional<Slot> before = MeetingTable.slot(writing.handle(), number);
            boolean sameDay = meeting.day().equals(day);
            if (sameDay && before.filter(slot::sameTimeAndPlace).isPresent()) {
                writing.unchanged();
                return meeting;
            }
            if (!sameDay) {
                requireMovable(writing, meeting, day);
                MeetingTable.place(writing, number, day);
            }
            int sequence = before.map(Slot::sequence).orElse(-1) + 1;
            MeetingTable.schedule(writing, number, new Slot(slot.starts(), slot.minutes(), slot.place(), sequence));
            writing.record(
                    "meeting-scheduled",
                    id,
                    Change.of(
                            meeting.day() + before.map(it -> " " + it.starts()).orElse(""), day + " " + slot.starts()),
                    Map.of("day", day, "starts", slot.starts().toString()));
            return MeetingTable.find(writing.handle(), number).orElseThrow();
        });
    }

    private static void requireMovable(Writing writing, Meeting meeting, LocalDate day) {
        if (meeting.frozen()) {
            throw Failure.yours(
                    "MEETING_FROZEN",
                    "The walls of this meeting are frozen; its day stands.",
                    "Plan another meeting for the other day.");
        }
        if (MeetingTable.same(writing.handle(), meeting.title(), day).isPresent()) {
            throw Failure.yours(
                    "MEETING_DOUBLED",
                    "There is a meeting of this title on that day already.",
                    "Choose another day, or open that meeting.");
        }
    }

    @Override
    public Optional<Slot> slot(String meeting) {
        long number = require(number(meeting));
        return store.read(handle -> MeetingTable.slot(handle, number));
    }

    @Override
    public Optional<String> build(String meeting) {
        long number = require(number(meeting));
        return store.read(handle -> MeetingTable.build(handle, number));
    }

    @Override
    public Optional<Meeting> before(Meeting meeting) {
        List<Meeting> latestFirst = all();
        int here = latestFirst.stream().map(Meeting::id).toList().indexOf(meeting.id());
        return latestFirst.stream().skip(here + 1L).filter(Meeting::frozen).findFirst();
    }

    @Override
    public Optional<Meeting> latestFrozen() {
        return all().stream().filter(Meeting::frozen).findFirst();
    }

    @Override
    public void attend(Authorship by, String meeting, Attendance attendance) {
        long number = require(number(meeting));
        store.write(by, writing -> {
            if (MeetingTable.attendance(writing.handle(), number).contains(attendance)) {
                writing.unchanged();
                return attendance;
            }
            if (MeetingTable.closed(writing.handle(), number)) {
                throw Failure.yours(
                        "MEETING_CLOSED",
                        "This meeting is closed; who was there stands.",
                        "Say in an addendum to the minutes what is wrong.");
            }
            Optional<Attendance> former = MeetingTable.attendance(writing.handle(), number).stream()
                    .filter(it -> it.account().equals(attendance.account()))
                    .findFirst();
            requirePerson(writing, attendance.account());
            MeetingTable.attend(writing, number, attendance);
            writing.record(
                    "attendance-noted",
                    meeting,
                    Change.from(former.map(StoredMeetings::words), words(attendance)),
                    Map.of(
                            "account", attendance.account(),
                            "present", attendance.present(),
                            "substitute", attendance.substitute()));
            return attendance;
        });
    }

    private static String words(Attendance attendance) {
        return attendance.present()
                ? "present"
                : attendance.substitute().isEmpty() ? "absent" : "absent, with a substitute";
    }

    @Override
    public List<Attendance> attendance(String meeting) {
        long number = require(number(meeting));
        return store.read(handle -> MeetingTable.attendance(handle, number));
    }

    @Override
    public Meeting freeze(Authorship by, String id, ExhibitSource walls, Steps steps) {
        Meeting meeting = require(id);
        if (meeting.frozen()) {
            return meeting;
        }
        List<FrozenReading> readings = readings(walls, steps);
        if (readings.isEmpty()) {
            throw Failure.yours(
                    "WALLS_EMPTY",
                    "There is nothing on the walls to freeze.",
                    "Import data and build the ledger first.");
        }
        String head = trailHead();
        String build = walls.build();
        return store.write(by, writing -> {
            Meeting frozen = freeze(writing, require(number(id)), readings, head);
            long number = require(number(id));
            if (!build.isEmpty() && MeetingTable.build(writing.handle(), number).isEmpty()) {
                MeetingTable.noteBuild(writing, number, build);
            }
            return frozen;
        });
    }

    /** Part by part, with the rows behind them on disk. */
    private List<FrozenReading> readings(ExhibitSource walls, Steps steps) {
        List<FrozenReading> readings = new ArrayList<>();
        Map<RowsBehind, String> kept = new HashMap<>();
        List<ExhibitSource.Part> parts = walls.parts();
        int writing = parts.size() + 1;
        for (int i = 0; i < parts.size(); i++) {
            steps.at(i + 1, writing, parts.get(i).name());
            for (ExhibitSource.Hung hung : parts.get(i).hung().get()) {
                readings.add(new FrozenReading(hung.reading(), kept.computeIfAbsent(hung.rows(), files::keep)));
            }
        }
        steps.at(writing, writing, "Writing it down");
        return readings;
    }

    private static Meeting freeze(Writing writing, long number, List<FrozenReading> readings, String trailHead) {
        Meeting meeting = MeetingTable.find(writing.handle(), number).orElseThrow(StoredMeetings::unknown);
        if (meeting.frozen()) {
            writing.unchanged();
            return meeting;
        }
        String evidenceHash = FrozenReading.evidenceHash(readings);
        MeetingTable.freeze(writing, number, evidenceHash, trailHead);
        for (int ordinal = 0; ordinal < readings.size(); ordinal++) {
            MeetingTable.keep(writing, number, ordinal, readings.get(ordinal));
        }
        Hangings.freeze(writing, number);
        writing.record(
                "walls-frozen",
                meeting.id(),
                Change.of("not frozen", "frozen, evidence " + evidenceHash),
                Map.of("readings", readings.size(), "evidence", evidenceHash));
        return MeetingTable.find(writing.handle(), number).orElseThrow();
    }

    private String trailHead() {
        return switch (store.trail().verify()) {
            case Trail.Verification.Whole whole -> whole.head();
            case Trail.Verification.Broken broken ->
                throw Failure.ours("TRAIL_BROKEN", "The trail does not hold: " + broken.why() + ".", null);
        };
    }

    @Override
    public List<FrozenReading> readings(String meeting) {
        long number = require(number(meeting));
        return store.read(handle -> MeetingTable.readings(handle, number));
    }

    @Override
    public boolean evidenceHolds(String id) {
        Optional<Meeting.Freeze> freeze = require(id).freeze();
        List<FrozenReading> readings = readings(id);
        if (freeze.isEmpty()) {
            return true;
        }
        return freeze.get().evidenceHash().equals(FrozenReading.evidenceHash(readings))
                && readings.stream().map(FrozenReading::rowsHash).allMatch(files::holds);
    }

    @Override
    public void answer(Authorship by, String meeting, String exhibit, String leader, Answer.Words words) {
        long number = require(number(meeting));
        if (!words.complete()) {
            throw Failure.yours(
                    "ANSWER_INCOMPLETE",
                    "All three questions want an answer.",
                    "Say why it is like this, when it will be better, and how.");
        }
        store.write(by, writing -> {
            requireExhibit(writing, number, exhibit);
            Optional<Answer> former = MeetingTable.answers(writing.handle(), number).stream()
                    .filter(answer -> answer.exhibit().equals(exhibit))
                    .findFirst();
            boolean same = former.filter(answer ->
                            answer.leader().equals(leader) && answer.words().equals(words))
                    .isPresent();
            if (same) {
                writing.unchanged();
                return exhibit;
            }
            requirePerson(writing, leader);
            MeetingTable.answer(writing, number, exhibit, leader, words);
            writing.record(
                    "questions-answered",
                    meeting,
                    Change.of(
                            former.map(it -> "answered by " + it.leader()).orElse("not answered"),
                            "answered by " + leader),
                    Map.of("exhibit", exhibit, "leader", leader));
            return exhibit;
        });
    }

    private static void requirePerson(Writing writing, String account) {
        if (!MeetingTable.knows(writing.handle(), account)) {
            throw Failure.yours(
                    "PERSON_UNKNOWN", "There is no account of this name.", "Name somebody who has an account here.");
        }
    }

    private static void requireExhibit(Writing writing, long meeting, String exhibit) {
        boolean hangs = MeetingTable.readings(writing.handle(), meeting).stream()
                .anyMatch(frozen -> frozen.reading().exhibit().equals(exhibit));
        if (!hangs) {
            throw Failure.yours(
                    "EXHIBIT_UNKNOWN",
                    "No exhibit '%s' is frozen in this meeting.".formatted(exhibit),
                    "Freeze the walls first, then answer for an exhibit that hangs there.");
        }
    }

    @Override
    public List<Answer> answers(String meeting) {
        long number = require(number(meeting));
        return store.read(handle -> MeetingTable.answers(handle, number));
    }

    private static Optional<Long> number(String id) {
        return id.matches("m[1-9][0-9]{0,8}") ? Optional.of(Long.valueOf(id.substring(1))) : Optional.empty();
    }

    private static long require(Optional<Long> number) {
        return number.orElseThrow(StoredMeetings::unknown);
    }

    private static String checkedTitle(String title) {
        String words = title.strip();
        if (words.isEmpty() || words.length() > 120) {
            throw Failure.yours(
                    "MEETING_TITLE_MALFORMED", "A meeting needs a title.", "Use 1 to 120 characters on one line.");
        }
        return words;
    }

    private static Failure unknown() {
        return Failure.yours("MEETING_UNKNOWN", "There is no such meeting.", "The page Meetings lists them all.");
    }
}
