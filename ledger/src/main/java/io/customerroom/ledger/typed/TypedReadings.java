package io.customerroom.ledger.typed;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StoredText;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings typed readings in by the way every file takes, as {@code operation} facts of the source {@value #SOURCE}: so they have a receipt
 * with their author, are kept in versions by key, cut by both clocks, and taken back by undo. A day typed again is a later version of the
 * same key.
 */
public final class TypedReadings {

    /** The source of all typed facts. */
    public static final String SOURCE = "typed";

    private static final SqlFile SQL = SqlFile.beside(TypedReadings.class);
    private static final int MOST = 400;

    private final Workspace workspace;
    private final Imports imports;
    private final Engine engine;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone of the company, which says what day it is */
    public TypedReadings(Workspace workspace, Imports imports, Engine engine, Clock clock, ZoneId zone) {
        this.workspace = workspace;
        this.imports = imports;
        this.engine = engine;
        this.clock = clock;
        this.zone = zone;
    }

    /** Whether the batch was typed, and not read from a file. */
    public static boolean typed(Receipt receipt) {
        return receipt.kind() == FactKind.OPERATION && receipt.source().equals(SOURCE);
    }

    /**
     * Enters readings of one series as one batch. Refused: none or too many, a day twice, a day that has not come yet.
     *
     * @return the batch's receipt; the next build shows it
     */
    public Receipt enter(Authorship by, MeasuredSeries series, List<TypedReading> readings) {
        check(readings);
        return new TypedRows(FactKind.OPERATION, "typed", TypedRows.mappingIn("typed.yaml"), "typed readings")
                .keep(imports, by, List.of(), csv -> write(csv, series, readings));
    }

    private void check(List<TypedReading> readings) {
        if (readings.isEmpty() || readings.size() > MOST) {
            throw Failure.yours(
                    "READINGS_MISSING",
                    "%d readings were typed.".formatted(readings.size()),
                    "Type between 1 and %d, each with its day.".formatted(MOST));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Set<LocalDate> seen = new HashSet<>();
        for (TypedReading reading : readings) {
            if (reading.day().isAfter(today)) {
                throw Failure.yours(
                        "DAY_AHEAD",
                        "%s has not come yet; today is %s.".formatted(reading.day(), today),
                        "Type readings of today and of earlier days.");
            }
            if (!seen.add(reading.day())) {
                throw Failure.yours(
                        "DAY_TWICE", "%s is typed twice.".formatted(reading.day()), "Keep one value for each day.");
            }
        }
    }

    private void write(CsvWriter csv, MeasuredSeries series, List<TypedReading> readings) {
        String now = StoredText.storable(clock.instant()).toString();
        csv.writeRecord(
                "contact",
                "kind",
                "stage",
                "owner",
                "measure",
                "unit",
                "direction",
                "standard",
                "strict",
                "min_n",
                "run_length",
                "site",
                "day",
                "value",
                "n",
                "typed_at");
        for (TypedReading reading : readings) {
            Optional<MeasuredSeries.CarriedRule> rule = series.rule();
            csv.writeRecord(
                    series.contact(),
                    series.kind(),
                    series.stage(),
                    series.owner(),
                    series.measure(),
                    series.unit(),
                    rule.map(MeasuredSeries.CarriedRule::direction).orElse(""),
                    rule.map(it -> it.standard().toPlainString()).orElse(""),
                    rule.map(it -> it.strict() ? "yes" : "no").orElse(""),
                    rule.map(it -> Long.toString(it.minN())).orElse(""),
                    rule.map(it -> Long.toString(it.runLength())).orElse(""),
                    series.site(),
                    reading.day().toString(),
                    reading.value().toPlainString(),
                    Long.toString(reading.n()),
                    now);
        }
    }

    /** Everything that was ever typed for a contact, newest first; what was taken back or typed over as well. */
    public List<TypedBatch> of(String contact) {
        Map<String, Receipt> typed = new LinkedHashMap<>();
        imports.batches().reversed().stream()
                .filter(TypedReadings::typed)
                .filter(receipt -> Files.exists(facts(receipt)))
                .forEach(receipt -> typed.put(receipt.batch(), receipt));
        if (typed.isEmpty()) {
            return List.of();
        }
        Map<String, TypedBatch> batches = new LinkedHashMap<>();
        for (List<@Nullable Object> row : rows(contact, List.copyOf(typed.values()))) {
            Receipt receipt = Objects.requireNonNull(typed.get(String.valueOf(row.get(0))));
            TypedReading reading = new TypedReading(
                    LocalDate.parse(String.valueOf(row.get(3))),
                    new BigDecimal(String.valueOf(row.get(4))),
                    Long.parseLong(String.valueOf(row.get(5))));
            batches.merge(
                    receipt.batch(),
                    new TypedBatch(receipt, text(row.get(1)), text(row.get(2)), List.of(reading)),
                    TypedReadings::joined);
        }
        return typed.keySet().stream()
                .filter(batches::containsKey)
                .map(batch -> Objects.requireNonNull(batches.get(batch)))
                .toList();
    }

    private static TypedBatch joined(TypedBatch one, TypedBatch other) {
        List<TypedReading> readings = new ArrayList<>(one.readings());
        readings.addAll(other.readings());
        return new TypedBatch(one.receipt(), one.measure(), one.site(), readings);
    }

    private List<List<@Nullable Object>> rows(String contact, List<Receipt> receipts) {
        try (Session session = engine.open()) {
            session.table("typed", receipts.stream().map(this::facts).toList());
            return session.query(SQL.text("typed"), Map.of("contact", contact)).rows();
        }
    }

    private Path facts(Receipt receipt) {
        return workspace.facts(receipt.kind().table(), receipt.batch());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** When a batch was typed, and by whom, for each batch that was. */
    public static Map<String, Receipt> byBatch(List<Receipt> receipts) {
        Map<String, Receipt> typed = new LinkedHashMap<>();
        receipts.stream().filter(TypedReadings::typed).forEach(receipt -> typed.put(receipt.batch(), receipt));
        return typed;
    }

    /** Takes a typed batch back. Refused where the batch came from a file. */
    public Receipt takeBack(Authorship by, String batch) {
        Receipt receipt = imports.batches().stream()
                .filter(one -> one.batch().equals(batch))
                .filter(TypedReadings::typed)
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "BATCH_NOT_TYPED",
                        "This is no batch that was typed.",
                        "Files are taken back on the page of the data."));
        if (by.reason().isBlank()) {
            throw Failure.yours(
                    "REASON_MISSING", "Taking a reading back needs a reason.", "Say why it should not count.");
        }
        return imports.undo(receipt.batch(), by);
    }
}
