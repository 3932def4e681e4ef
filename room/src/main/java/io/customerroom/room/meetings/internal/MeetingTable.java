package io.customerroom.room.meetings.internal;

import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.meetings.Answer;
import io.customerroom.room.meetings.Attendance;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Slot;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of meetings, attendance, freezes and answers. Knows no rules. */
final class MeetingTable {

    private static final SqlFile SQL = SqlFile.beside(MeetingTable.class);

    private MeetingTable() {}

    static List<Meeting> all(Handle handle) {
        return handle.createQuery(SQL.text("all")).map(MeetingTable::meeting).list();
    }

    static Optional<Meeting> find(Handle handle, long number) {
        return handle.createQuery(SQL.text("find"))
                .bind("number", number)
                .map(MeetingTable::meeting)
                .findOne();
    }

    static Optional<Meeting> same(Handle handle, String title, LocalDate day) {
        return handle.createQuery(SQL.text("same"))
                .bind("title", title)
                .bind("day", day)
                .map(MeetingTable::meeting)
                .findOne();
    }

    static long plan(Writing writing, String title, LocalDate day, Cadence cadence) {
        return writing.handle()
                .createQuery(SQL.text("plan"))
                .bind("title", title)
                .bind("day", day)
                .bind("cadence", cadence.id())
                .bind("now", writing.now())
                .mapTo(Long.class)
                .one();
    }

    static void attend(Writing writing, long meeting, Attendance attendance) {
        writing.handle()
                .createUpdate(SQL.text("attend"))
                .bind("meeting", meeting)
                .bind("account", attendance.account())
                .bind("present", attendance.present() ? 1 : 0)
                .bind("substitute", attendance.substitute())
                .execute();
    }

    static List<Attendance> attendance(Handle handle, long meeting) {
        return handle.createQuery(SQL.text("attendance"))
                .bind("meeting", meeting)
                .map((row, context) -> new Attendance(
                        row.getString("account"), row.getInt("present") == 1, row.getString("substitute")))
                .list();
    }

    static boolean closed(Handle handle, long meeting) {
        return handle.createQuery(SQL.text("closed"))
                .bind("meeting", meeting)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    static boolean knows(Handle handle, String account) {
        return handle.createQuery(SQL.text("person"))
                .bind("account", account)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    static void freeze(Writing writing, long meeting, String evidenceHash, String trailHead) {
        writing.handle()
                .createUpdate(SQL.text("freeze"))
                .bind("meeting", meeting)
                .bind("now", writing.now())
                .bind("by", writing.by().actor())
                .bind("evidence", evidenceHash)
                .bind("trail", trailHead)
                .execute();
    }

    static void noteBuild(Writing writing, long meeting, String build) {
        writing.handle()
                .createUpdate(SQL.text("note-build"))
                .bind("meeting", meeting)
                .bind("build", build)
                .execute();
    }

    static Optional<String> build(Handle handle, long meeting) {
        return handle.createQuery(SQL.text("build"))
                .bind("meeting", meeting)
                .mapTo(String.class)
                .findOne();
    }

    static Optional<Slot> slot(Handle handle, long meeting) {
        return handle.createQuery(SQL.text("slot"))
                .bind("meeting", meeting)
                .map((row, context) -> new Slot(
                        LocalTime.parse(row.getString("starts")),
                        row.getInt("minutes"),
                        row.getString("place"),
                        row.getInt("sequence")))
                .findOne();
    }

    static void place(Writing writing, long meeting, LocalDate day) {
        writing.handle()
                .createUpdate(SQL.text("place"))
                .bind("meeting", meeting)
                .bind("day", day)
                .execute();
    }

    static void schedule(Writing writing, long meeting, Slot slot) {
        writing.handle()
                .createUpdate(SQL.text("schedule"))
                .bind("meeting", meeting)
                .bind("starts", slot.starts().toString())
                .bind("minutes", slot.minutes())
                .bind("place", slot.place())
                .bind("sequence", slot.sequence())
                .execute();
    }

    static void keep(Writing writing, long meeting, int ordinal, FrozenReading frozen) {
        ReadingRow.bind(writing.handle().createUpdate(SQL.text("keep-reading")), frozen)
                .bind("meeting", meeting)
                .bind("ordinal", ordinal)
                .execute();
    }

    static List<FrozenReading> readings(Handle handle, long meeting) {
        return handle.createQuery(SQL.text("readings"))
                .bind("meeting", meeting)
                .map(ReadingRow::read)
                .list();
    }

    static void answer(Writing writing, long meeting, String exhibit, String leader, Answer.Words words) {
        writing.handle()
                .createUpdate(SQL.text("answer"))
                .bind("meeting", meeting)
                .bind("exhibit", exhibit)
                .bind("leader", leader)
                .bind("why", words.why())
                .bind("when", words.when())
                .bind("how", words.how())
                .bind("now", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }

    static List<Answer> answers(Handle handle, long meeting) {
        return handle.createQuery(SQL.text("answers"))
                .bind("meeting", meeting)
                .map((row, context) -> new Answer(
                        "m" + meeting,
                        row.getString("exhibit"),
                        row.getString("leader"),
                        new Answer.Words(row.getString("why"), row.getString("better_when"), row.getString("how")),
                        StoredText.instant(row.getString("answered_at")),
                        row.getString("answered_by")))
                .list();
    }

    private static Meeting meeting(ResultSet row, StatementContext context) throws SQLException {
        String frozenAt = row.getString("frozen_at");
        Optional<Meeting.Freeze> freeze = frozenAt == null
                ? Optional.empty()
                : Optional.of(new Meeting.Freeze(
                        StoredText.instant(frozenAt),
                        row.getString("frozen_by"),
                        row.getString("evidence_hash"),
                        row.getString("trail_head")));
        return new Meeting(
                "m" + row.getLong("number"),
                row.getString("title"),
                StoredText.day(row.getString("day")),
                Cadence.of(row.getString("cadence")),
                freeze);
    }
}
