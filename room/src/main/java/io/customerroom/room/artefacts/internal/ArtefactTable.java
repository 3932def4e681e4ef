package io.customerroom.room.artefacts.internal;

import io.customerroom.kernel.CustomerId;
import io.customerroom.room.artefacts.Artefact;
import io.customerroom.room.artefacts.Consent;
import io.customerroom.room.artefacts.Draft;
import io.customerroom.room.artefacts.FileType;
import io.customerroom.room.artefacts.Kind;
import io.customerroom.room.artefacts.Reach;
import io.customerroom.room.artefacts.Subject;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of artefacts, their words, consents and erasures. Knows no rules. */
final class ArtefactTable {

    private static final SqlFile SQL = SqlFile.beside(ArtefactTable.class);

    private ArtefactTable() {}

    /** What hung in a meeting, in its order. */
    record Frozen(long artefact, String fingerprint) {}

    /** @param today as text, in the days of the store; consents that ended before it hold no longer */
    static List<Artefact> all(Handle handle, String today) {
        return handle.createQuery(SQL.text("all"))
                .bind("today", today)
                .map((row, context) -> artefact(row))
                .list();
    }

    static Map<Long, Artefact> byNumber(Handle handle, String today) {
        return all(handle, today).stream()
                .collect(Collectors.toMap(
                        artefact -> Long.parseLong(artefact.id().substring(1)), Function.identity()));
    }

    /** Hashes of files that erased artefacts had. */
    static List<String> erasedHashes(Handle handle) {
        return handle.createQuery(SQL.text("erased-hashes")).mapTo(String.class).list();
    }

    static List<Frozen> frozen(Handle handle, long meeting) {
        return handle.createQuery(SQL.text("frozen"))
                .bind("meeting", meeting)
                .map((row, context) -> new Frozen(row.getLong("artefact"), row.getString("fingerprint")))
                .list();
    }

    static long insert(Writing writing, Draft draft, Intake intake, Optional<Artefact.Stored> stored, String salt) {
        long number = writing.handle()
                .createQuery(SQL.text("insert"))
                .bind("kind", draft.kind().id())
                .bind("about", draft.about().type().id())
                .bind("name", draft.about().name())
                .bind("customer", draft.customer().map(CustomerId::value).orElse(null))
                .bind("fingerprint", Fingerprint.of(salt, draft.kind(), intake, stored))
                .bind("fileType", stored.map(it -> it.type().id()).orElse(null))
                .bind("file", stored.map(Artefact.Stored::hash).orElse(null))
                .bind("small", stored.flatMap(Artefact.Stored::small).orElse(null))
                .bind("bytes", stored.map(Artefact.Stored::bytes).orElse(null))
                .bind("at", writing.now())
                .bind("by", writing.by().actor())
                .mapTo(Long.class)
                .one();
        writing.handle()
                .createUpdate(SQL.text("insert-words"))
                .bind("artefact", number)
                .bind("title", intake.words().title())
                .bind("words", intake.words().text())
                .bind("source", intake.words().source())
                .bind("day", intake.words().day().orElse(null))
                .bind("salt", salt)
                .execute();
        return number;
    }

    static void consent(Writing writing, long artefact, Consent.Given given) {
        consent(
                writing,
                artefact,
                given.reach(),
                given.giver(),
                given.day().map(StoredText::of).orElse(null),
                given.until().map(StoredText::of).orElse(null));
    }

    static void withdraw(Writing writing, long artefact) {
        consent(writing, artefact, Reach.WITHDRAWN, "", null, null);
    }

    private static void consent(
            Writing writing, long artefact, Reach reach, String giver, @Nullable String day, @Nullable String until) {
        writing.handle()
                .createUpdate(SQL.text("insert-consent"))
                .bind("artefact", artefact)
                .bind("reach", reach.id())
                .bind("giver", giver)
                .bind("day", day)
                .bind("until", until)
                .bind("at", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }

    /** Its words are overwritten in the file as well, not only taken off the list of rows. */
    static void erase(Writing writing, long artefact) {
        writing.overwriteWhatGoes();
        for (String text : List.of("forget-words", "forget-givers")) {
            writing.handle()
                    .createUpdate(SQL.text(text))
                    .bind("artefact", artefact)
                    .execute();
        }
        writing.handle()
                .createUpdate(SQL.text("insert-erasure"))
                .bind("artefact", artefact)
                .bind("at", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }

    static void freeze(Writing writing, long meeting, int ordinal, Artefact artefact) {
        writing.handle()
                .createUpdate(SQL.text("freeze"))
                .bind("meeting", meeting)
                .bind("ordinal", ordinal)
                .bind("artefact", Long.parseLong(artefact.id().substring(1)))
                .bind("fingerprint", artefact.fingerprint())
                .execute();
    }

    private static Artefact artefact(ResultSet row) throws SQLException {
        Reach reach = Reach.of(row.getString("reach"));
        boolean silent = reach == Reach.WITHDRAWN || row.getString("title") == null;
        long customer = row.getLong("customer");
        boolean ofSomebody = !row.wasNull();
        String erasedAt = row.getString("erased_at");
        return new Artefact(
                "f" + row.getLong("number"),
                Kind.of(row.getString("kind")),
                Subject.of(row.getString("about"), row.getString("name")),
                ofSomebody ? Optional.of(new CustomerId(customer)) : Optional.empty(),
                silent
                        ? Optional.empty()
                        : Optional.of(new Artefact.Words(
                                row.getString("title"),
                                row.getString("words"),
                                row.getString("source"),
                                Optional.ofNullable(row.getString("day")).map(StoredText::day))),
                erasedAt == null ? stored(row) : Optional.empty(),
                new Consent(
                        reach,
                        row.getString("giver"),
                        Optional.ofNullable(row.getString("consent_day")).map(StoredText::day),
                        Optional.ofNullable(row.getString("until")).map(StoredText::day),
                        StoredText.instant(row.getString("consent_at")),
                        row.getString("consent_by")),
                row.getString("fingerprint"),
                StoredText.instant(row.getString("at")),
                row.getString("by"),
                erasedAt == null
                        ? Optional.empty()
                        : Optional.of(new Artefact.Erasure(StoredText.instant(erasedAt), row.getString("erased_by"))));
    }

    private static Optional<Artefact.Stored> stored(ResultSet row) throws SQLException {
        String type = row.getString("file_type");
        return type == null
                ? Optional.empty()
                : Optional.of(new Artefact.Stored(
                        FileType.valueOf(type.toUpperCase(Locale.ROOT)),
                        row.getString("file"),
                        Optional.ofNullable(row.getString("small")),
                        row.getLong("bytes")));
    }
}
