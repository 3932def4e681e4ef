package io.customerroom.ledger.facts.internal;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.FactsFile;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StoredText;
import io.customerroom.state.json.Json;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Reads and writes receipts inside a transaction. */
public final class ReceiptRows {

    private static final SqlFile SQL = SqlFile.beside(ReceiptRows.class);

    private ReceiptRows() {}

    /** In order of arrival, undone ones included. */
    public static List<Receipt> all(Handle handle) {
        return handle.createQuery(SQL.text("all"))
                .map((row, context) -> read(row))
                .list();
    }

    public static void insert(Handle handle, Receipt receipt) {
        Optional<Receipt.Span> span = receipt.span();
        handle.createUpdate(SQL.text("insert"))
                .bind("number", receipt.number())
                .bind("batch", receipt.batch())
                .bind("kind", receipt.kind().table())
                .bind("source", receipt.source())
                .bind("ids", receipt.ids())
                .bind("feed", receipt.feed().word())
                .bind("file_name", receipt.file().name())
                .bind("content_hash", receipt.file().contentHash())
                .bind("mapping", receipt.file().mapping())
                .bind("mapping_hash", receipt.file().mappingHash())
                .bind("notes", Json.write(receipt.file().notes()))
                .bind("rows_read", receipt.counts().read())
                .bind("rows_kept", receipt.counts().kept())
                .bind("set_aside", Json.write(receipt.counts().setAside()))
                .bind("first_on", span.map(Receipt.Span::firstOn).orElse(null))
                .bind("last_on", span.map(Receipt.Span::lastOn).orElse(null))
                .bind(
                        "first_recorded_at",
                        span.map(Receipt.Span::firstRecordedAt).orElse(null))
                .bind("last_recorded_at", span.map(Receipt.Span::lastRecordedAt).orElse(null))
                .bind("keys_unique", receipt.keysUnique() ? 1 : 0)
                .bind("imported_at", receipt.importedAt())
                .bind("author", receipt.author())
                .execute();
    }

    public static void withdraw(Handle handle, String batch, Receipt.Withdrawal withdrawal) {
        handle.createUpdate(SQL.text("withdraw"))
                .bind("batch", batch)
                .bind("at", withdrawal.at())
                .bind("author", withdrawal.author())
                .bind("reason", withdrawal.reason())
                .execute();
    }

    public static void keep(Handle handle, String batch, FactsFile file) {
        handle.createUpdate(SQL.text("keep_file"))
                .bind("batch", batch)
                .bind("bytes", file.bytes())
                .bind("content_hash", file.contentHash())
                .execute();
    }

    public static Map<String, FactsFile> files(Handle handle) {
        Map<String, FactsFile> files = new TreeMap<>();
        handle.createQuery(SQL.text("files"))
                .map((row, context) -> Map.entry(
                        row.getString("batch"), new FactsFile(row.getLong("bytes"), row.getString("content_hash"))))
                .forEach(entry -> files.put(entry.getKey(), entry.getValue()));
        return files;
    }

    public static List<Long> erased(Handle handle) {
        return handle.createQuery(SQL.text("erased")).mapTo(Long.class).list();
    }

    public static void erase(Handle handle, long customer, Instant at) {
        handle.createUpdate(SQL.text("erase"))
                .bind("customer", customer)
                .bind("at", at)
                .execute();
    }

    private static Receipt read(ResultSet row) throws SQLException {
        return new Receipt(
                row.getString("batch"),
                row.getInt("number"),
                FactKind.named(row.getString("kind")),
                row.getString("source"),
                row.getString("ids"),
                Feed.named(row.getString("feed")),
                new Receipt.File(
                        row.getString("file_name"),
                        row.getString("content_hash"),
                        row.getString("mapping"),
                        row.getString("mapping_hash"),
                        ((List<?>) Objects.requireNonNull(Json.read(row.getString("notes"))))
                                .stream().map(String::valueOf).toList()),
                new Receipt.Counts(
                        row.getLong("rows_read"), row.getLong("rows_kept"), counts(row.getString("set_aside"))),
                span(row),
                row.getInt("keys_unique") == 1,
                StoredText.instant(row.getString("imported_at")),
                row.getString("author"),
                withdrawal(row));
    }

    private static TreeMap<String, Long> counts(String json) {
        TreeMap<String, Long> counts = new TreeMap<>();
        ((Map<?, ?>) Objects.requireNonNull(Json.read(json)))
                .forEach((code, count) -> counts.put((String) code, ((BigDecimal) count).longValueExact()));
        return counts;
    }

    private static Optional<Receipt.Span> span(ResultSet row) throws SQLException {
        String first = row.getString("first_on");
        return first == null
                ? Optional.empty()
                : Optional.of(new Receipt.Span(
                        StoredText.day(first),
                        StoredText.day(row.getString("last_on")),
                        StoredText.instant(row.getString("first_recorded_at")),
                        StoredText.instant(row.getString("last_recorded_at"))));
    }

    private static Optional<Receipt.Withdrawal> withdrawal(ResultSet row) throws SQLException {
        String at = row.getString("withdrawn_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new Receipt.Withdrawal(
                        StoredText.instant(at), row.getString("withdrawn_by"), row.getString("withdrawn_why")));
    }
}
