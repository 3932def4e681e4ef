package io.customerroom.room.losses.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.identity.Links;
import io.customerroom.ledger.persons.TextMask;
import io.customerroom.room.evidence.EvidenceFiles;
import io.customerroom.room.losses.CallNote;
import io.customerroom.room.losses.Drawing;
import io.customerroom.room.losses.Drawing.Drawn;
import io.customerroom.room.losses.LossReviews;
import io.customerroom.room.losses.Population;
import io.customerroom.room.losses.internal.LossTable.Noted;
import io.customerroom.room.text.Typed;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.StoredText;
import io.customerroom.walls.listening.IssueBook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/** The loss review in the state store; populations lie among the evidence. */
public final class StoredLossReviews implements LossReviews {

    private static final String MAY = "may be drawn";

    private final StateStore store;
    private final EvidenceFiles evidence;
    private final StoredLossBook book;
    private final Links links;

    /** @param issues who answers for them */
    /** @param links under which key a customer goes now; what was drawn and noted keeps its own */
    public StoredLossReviews(StateStore store, EvidenceFiles evidence, IssueBook issues, Links links) {
        this.links = links;
        this.store = store;
        this.book = new StoredLossBook(store, issues, links);
        this.evidence = evidence;
    }

    @Override
    public Optional<Drawing> draw(Authorship by, Population population, List<String> executives) {
        if (executives.isEmpty()) {
            throw Failure.yours(
                    "EXECUTIVES_MISSING",
                    "Nobody was named who calls.",
                    "Choose at least one leader who calls leavers.");
        }
        List<String> without = without(population.month().name(), executives);
        if (without.isEmpty()) {
            return Optional.empty();
        }
        if (population.eligible().isEmpty()) {
            throw Failure.yours(
                    "NOBODY_TO_DRAW",
                    "Of %d leavers of %s %d must not be called and %d were drawn before: nobody is left."
                            .formatted(
                                    population.leavers().size(),
                                    population.month().name(),
                                    population.barred().size(),
                                    population.before().size()),
                    "Choose another month.");
        }
        String seed = Lots.seed(population);
        List<Drawn> lots = Lots.of(seed, population.eligible(), without, EACH);
        String rows = evidence.keep(csv -> write(population, csv)); // the file first, then the record that names it
        return store.write(by, writing -> {
            Drawing drawing = new Drawing(
                    "",
                    population.month().name(),
                    population.since(),
                    seed,
                    population.build(),
                    population.clocks().through(),
                    population.clocks().known(),
                    population.definitions(),
                    rows,
                    population.leavers().size(),
                    count(population, "do not call"),
                    count(population, "drawn before"),
                    without,
                    EACH,
                    lots,
                    writing.now(),
                    by.actor());
            List<Drawing> known = LossTable.drawings(writing.handle());
            refuseRace(known, drawing);
            String id = "d" + LossTable.draw(writing, drawing);
            writing.record(
                    "leavers-drawn",
                    id,
                    Change.made("drawn: " + lots.size()),
                    Map.of(
                            "month",
                            drawing.month(),
                            "executives",
                            String.join(" ", without),
                            "drawn",
                            lots.size(),
                            "of",
                            drawing.eligible(),
                            "build",
                            drawing.build(),
                            "population",
                            rows));
            return LossTable.drawings(writing.handle()).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst();
        });
    }

    private List<String> without(String month, List<String> executives) {
        Set<String> have = new HashSet<>();
        store.read(LossTable::drawings).stream()
                .filter(drawing -> drawing.month().equals(month))
                .forEach(drawing -> have.addAll(drawing.executives()));
        return new TreeSet<>(executives)
                .stream().filter(executive -> !have.contains(executive)).toList();
    }

    /** Two people who draw at one moment: the second one looks again. */
    private static void refuseRace(List<Drawing> known, Drawing drawing) {
        Set<CustomerId> drawn = new HashSet<>();
        known.forEach(one -> one.drawn().forEach(it -> drawn.add(it.customer())));
        boolean twice = drawing.drawn().stream().anyMatch(one -> drawn.contains(one.customer()));
        boolean dealt = known.stream()
                .filter(one -> one.month().equals(drawing.month()))
                .flatMap(one -> one.executives().stream())
                .anyMatch(drawing.executives()::contains);
        if (twice || dealt) {
            throw Failure.yours(
                    "DRAWN_MEANWHILE",
                    "Somebody else has drawn at the same moment.",
                    "Look at the list and draw again.");
        }
    }

    private static int count(Population population, String standing) {
        return (int) population.leavers().stream()
                .filter(leaver -> population.standing(leaver).equals(standing))
                .count();
    }

    /** No value holds a comma or a quote. */
    private static void write(Population population, Appendable csv) throws IOException {
        csv.append("customer,value,lost_on,standing\n");
        for (Population.Leaver leaver : population.leavers().stream()
                .sorted(Comparator.comparing(Population.Leaver::customer))
                .toList()) {
            csv.append(String.join(
                            ",",
                            leaver.customer().toString(),
                            StoredText.of(leaver.value()),
                            StoredText.of(leaver.lostOn()),
                            population.standing(leaver)))
                    .append('\n');
        }
    }

    @Override
    public List<Drawing> drawings() {
        return store.read(LossTable::drawings).reversed();
    }

    @Override
    public Set<CustomerId> everDrawn() {
        UnaryOperator<CustomerId> now = links.today();
        Set<CustomerId> drawn = new TreeSet<>();
        drawings()
                .forEach(drawing -> drawing.drawn().forEach(one -> {
                    drawn.add(one.customer());
                    drawn.add(now.apply(one.customer()));
                }));
        return drawn;
    }

    @Override
    public Optional<Drawn> drawn(CustomerId customer) {
        UnaryOperator<CustomerId> now = links.today();
        CustomerId same = now.apply(customer);
        List<Drawn> all =
                drawings().stream().flatMap(drawing -> drawing.drawn().stream()).toList();
        return all.stream()
                .filter(one -> one.customer().equals(customer))
                .findFirst()
                .or(() -> all.stream()
                        .filter(one -> now.apply(one.customer()).equals(same))
                        .findFirst());
    }

    @Override
    public boolean repeats(Drawing drawing) {
        if (!evidence.holds(drawing.population())) {
            return false;
        }
        List<Drawn> again = Lots.of(drawing.seed(), kept(drawing), drawing.executives(), drawing.each());
        return again.equals(drawing.drawn());
    }

    private List<Population.Leaver> kept(Drawing drawing) {
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(evidence.file(drawing.population()))),
                StandardCharsets.UTF_8))) {
            return rows.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(row -> row[3].equals(MAY))
                    .map(row -> new Population.Leaver(
                            CustomerId.parse(row[0]), new BigDecimal(row[1]), LocalDate.parse(row[2])))
                    .toList();
        } catch (IOException e) {
            throw Failure.resources(
                    "EVIDENCE_NOT_READ",
                    "The population of a draw could not be read.",
                    "Check the rights of the workspace's folder 'evidence'.");
        }
    }

    @Override
    public void note(Authorship by, CustomerId named, CallNote note) {
        String notes = TextMask.mask(Typed.optional(note.notes(), NOTE));
        String reason = Typed.optional(note.reason(), REASON);
        String issue = Typed.optional(note.issue(), REASON);
        if (note.outcome() != Outcome.REACHED
                && (!reason.isEmpty() || !issue.isEmpty() || note.saved().isPresent())) {
            throw Failure.yours(
                    "CALL_NOT_REACHED",
                    "Nobody was reached, so nobody told a reason.",
                    "Leave reason, issue and return empty, or choose that the customer was reached.");
        }
        if (reason.isEmpty() && !issue.isEmpty()) {
            throw Failure.yours("REASON_MISSING", "An issue stands behind a reason.", "Choose or write the reason.");
        }
        CustomerId customer = drawn(named)
                .map(Drawn::customer)
                .orElseThrow(() -> Failure.yours(
                        "LEAVER_NOT_DRAWN",
                        "%s was not drawn for the loss review.".formatted(named),
                        "Open the call sheet and use the customer's own form."));
        store.write(by, writing -> {
            CallNote fresh = new CallNote(
                    note.outcome(), notes, reason, issue, note.saved(), note.batch(), writing.now(), by.actor());
            Optional<CallNote> last = LossTable.calls(writing.handle()).reversed().stream()
                    .filter(noted -> noted.customer().equals(customer))
                    .map(Noted::note)
                    .findFirst();
            if (last.filter(known -> same(known, fresh)).isPresent()) {
                writing.unchanged();
                return customer;
            }
            LossTable.call(writing, customer, fresh);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("outcome", fresh.outcome().words());
            if (!reason.isEmpty()) {
                details.put("reason", reason);
            }
            if (!issue.isEmpty()) {
                details.put("issue", issue);
            }
            writing.record(
                    "leaver-called",
                    customer.toString(),
                    Change.from(
                            last.map(it -> it.outcome().words()),
                            fresh.outcome().words()),
                    details);
            return customer;
        });
    }

    @Override
    public void carried(Authorship by, CustomerId named, String batch) {
        CustomerId customer = drawn(named).map(Drawn::customer).orElse(named);
        store.write(by, writing -> {
            Noted last = LossTable.calls(writing.handle()).reversed().stream()
                    .filter(noted -> noted.customer().equals(customer))
                    .findFirst()
                    .filter(noted -> !noted.note().reason().isEmpty())
                    .orElseThrow(() -> Failure.yours(
                            "NOTE_MISSING", "No note tells a reason of this customer.", "Note the call first."));
            if (last.note().batch().equals(batch)) {
                writing.unchanged();
                return customer;
            }
            if (!last.note().batch().isEmpty()) {
                throw Failure.yours(
                        "NOTE_CARRIED",
                        "Batch %s carries this reason already."
                                .formatted(last.note().batch()),
                        "Note another call, or take that batch back.");
            }
            LossTable.carried(writing, last.number(), batch);
            writing.record(
                    "leaver-reason-carried",
                    customer.toString(),
                    Change.of("noted", "in batch " + batch),
                    Map.of("batch", batch));
            return customer;
        });
    }

    @Override
    public Optional<Origin> origin(String batch) {
        return store.read(LossTable::calls).stream()
                .filter(noted -> !batch.isEmpty() && noted.note().batch().equals(batch))
                .findFirst()
                .flatMap(noted -> drawings().stream()
                        .flatMap(drawing -> drawing.drawn().stream()
                                .filter(one -> one.customer().equals(noted.customer()))
                                .map(one -> new Origin(drawing.id(), one.executive(), noted.customer(), noted.note())))
                        .findFirst());
    }

    private static boolean same(CallNote one, CallNote other) {
        return one.outcome() == other.outcome()
                && one.notes().equals(other.notes())
                && one.reason().equals(other.reason())
                && one.issue().equals(other.issue())
                && one.saved().equals(other.saved());
    }

    @Override
    public List<CallNote> notes(CustomerId customer) {
        UnaryOperator<CustomerId> now = links.today();
        CustomerId same = now.apply(customer);
        return store.read(LossTable::calls).reversed().stream()
                .filter(noted -> now.apply(noted.customer()).equals(same))
                .map(Noted::note)
                .toList();
    }

    @Override
    public List<AboutIssue> about(String issue) {
        Map<CustomerId, String> callers = new HashMap<>();
        drawings().forEach(drawing -> drawing.drawn().forEach(one -> callers.put(one.customer(), one.executive())));
        List<AboutIssue> about = new ArrayList<>();
        book.last(Instant.MAX).forEach((customer, note) -> {
            if (note.issue().equals(issue)) {
                about.add(new AboutIssue(customer, callers.getOrDefault(customer, note.by()), note));
            }
        });
        about.sort(Comparator.comparing((AboutIssue one) -> one.note().at())
                .reversed()
                .thenComparing(AboutIssue::customer));
        return about;
    }

    @Override
    public List<Leaver> leavers(Instant known) {
        return book.leavers(known);
    }

    @Override
    public Map<String, String> owners(Instant known) {
        return book.owners(known);
    }
}
