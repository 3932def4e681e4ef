package io.customerroom.web.walls;

import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.typed.TypedBatch;
import io.customerroom.ledger.typed.TypedReading;
import io.customerroom.ledger.typed.TypedReadings;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Remarks;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What was typed for a contact, as its page lists it: every version, with its author and what became of it. */
@Component
final class TypedSection {

    private static final int ROWS = 8;

    private final ObjectProvider<TypedReadings> typed;
    private final LedgerStatus status;
    private final ZoneId zone;

    TypedSection(ObjectProvider<TypedReadings> typed, LedgerStatus status, CompanyFace company) {
        this.typed = typed;
        this.status = status;
        this.zone = company.calendar().zone();
    }

    /**
     * A typed reading as the page prints it.
     *
     * @param count of the readings that were typed with it
     * @param undoable whether this line offers to take its batch back; the first line of a batch does
     */
    public record Line(
            String day,
            String series,
            String value,
            String n,
            String by,
            String batch,
            String state,
            int count,
            boolean undoable) {}

    void add(String contact, WallQuery query, HttpServletRequest request, Model model) {
        model.addAttribute("typed", lines(contact, query, request));
        model.addAttribute("typing", Rights.mayType(request) && !query.past() && known());
        model.addAttribute("rows", ROWS);
    }

    private boolean known() {
        return typed.stream().findFirst().isPresent();
    }

    private List<Line> lines(String contact, WallQuery query, HttpServletRequest request) {
        List<TypedBatch> batches = typed.stream()
                .flatMap(it -> it.of(contact).stream())
                .filter(batch ->
                        !query.past() || !batch.at().isAfter(query.clocks().known()))
                .toList();
        Set<String> inForce = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (TypedBatch batch : batches) {
            String series = Remarks.series(contact, batch.measure(), batch.site());
            boolean first = true;
            for (TypedReading reading : batch.readings()) {
                boolean newest = batch.receipt().active() && inForce.add(series + "\n" + reading.day());
                lines.add(new Line(
                        reading.day().toString(),
                        series.substring(contact.length() + 3),
                        Numbers.plain(reading.value(), 6),
                        Numbers.whole(reading.n()),
                        TypedBatches.words(batch.receipt(), zone),
                        batch.receipt().batch(),
                        state(batch.receipt(), newest),
                        batch.readings().size(),
                        first && batch.receipt().active() && mayTakeBack(batch.receipt(), request)));
                first = false;
            }
        }
        return lines;
    }

    private String state(Receipt receipt, boolean newest) {
        if (receipt.withdrawal().isPresent()) {
            Receipt.Withdrawal undone = receipt.withdrawal().get();
            return "taken back by %s: %s".formatted(undone.author(), undone.reason());
        }
        if (!newest) {
            return "typed over since";
        }
        boolean built = status.shown()
                .filter(shown -> shown.receipts().stream().anyMatch(it -> it.startsWith(receipt.batch())))
                .isPresent();
        return built ? "in force" : "waits for the next ledger";
    }

    static boolean mayTakeBack(Receipt receipt, HttpServletRequest request) {
        return Rights.mayTakeBack(request)
                || Rights.mayType(request)
                        && receipt.author().equals(Objects.requireNonNullElse(request.getRemoteUser(), ""));
    }
}
