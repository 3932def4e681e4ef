package io.customerroom.ledger.facts;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.build.Addition;
import io.customerroom.ledger.build.FactSource;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a workspace has received, as a build wants it: {@link FactsInForce} over its {@link Receipts}. */
public final class ReceivedFacts implements FactSource {

    /** The last step reaches further back than any fact. */
    private static final List<Integer> DAYS_BACK = List.of(1, 16, 256, 4_096, 700_000);

    private static final Reporting EUROS = new Reporting(Currency.getInstance("EUR"), 10);

    private final Workspace workspace;
    private final Supplier<List<Receipt>> active;
    private final Engine engine;
    private final ZoneId company;
    private final Reporting reporting;
    private final ExchangedFacts exchanged;
    private final FactsInForce inForce;
    /** By the moment and the batches, which never change. */
    private final Map<List<String>, Optional<LocalDate>> latestDays = new ConcurrentHashMap<>();

    private volatile Linked linked = new Linked(List.of(), new TreeMap<>());

    /** @param batches of links, from which these follow */
    private record Linked(List<String> batches, SortedMap<Long, Long> representatives) {}

    public ReceivedFacts(Workspace workspace, Receipts receipts, Engine engine, ZoneId company) {
        this(workspace, receipts::active, engine, company);
    }

    /** @param active the receipts that are not undone, asked anew for each reading */
    public ReceivedFacts(Workspace workspace, Supplier<List<Receipt>> active, Engine engine, ZoneId company) {
        this(workspace, active, engine, company, EUROS);
    }

    /**
     * @param active the receipts that are not undone, asked anew for each reading
     * @param reporting in what ledgers report
     */
    public ReceivedFacts(
            Workspace workspace, Supplier<List<Receipt>> active, Engine engine, ZoneId company, Reporting reporting) {
        this.workspace = workspace;
        this.active = active;
        this.engine = engine;
        this.company = company;
        this.reporting = reporting;
        this.exchanged = new ExchangedFacts(workspace, reporting);
        this.inForce = new FactsInForce(workspace, exchanged);
    }

    @Override
    public List<String> receipts(Instant known) {
        return known(known).map(this::identity).toList();
    }

    @Override
    public Optional<Instant> latestKnown() {
        return active.get().stream().map(Receipt::importedAt).max(Comparator.naturalOrder());
    }

    /**
     * By the facts in force: a day that was corrected or withdrawn since is nobody's. Never after the day of {@code known}, nor after the day of the receipt that
     * told it: a contract that starts or ends next year is known, but has not happened. Beginnings, announcements and ends count alike.
     */
    @Override
    public Optional<LocalDate> latestDay(Instant known) {
        List<Receipt> mine = known(known)
                .filter(receipt -> receipt.kind().happens())
                .sorted(Comparator.comparingInt(Receipt::number))
                .toList();
        List<String> names = new ArrayList<>(List.of(known.toString()));
        mine.forEach(receipt -> names.add(receipt.batch()));
        return latestDays.computeIfAbsent(
                names,
                ignored -> mine.stream()
                        .map(Receipt::kind)
                        .distinct()
                        .map(kind -> latestDay(
                                kind,
                                mine.stream()
                                        .filter(receipt -> receipt.kind() == kind)
                                        .toList(),
                                known))
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder()));
    }

    @Override
    public void define(Session session, Clocks clocks) {
        inForce.define(session, clocks, active.get());
    }

    @Override
    public boolean converts() {
        try (Session session = engine.open()) {
            return inForce.converts(session, active.get());
        }
    }

    @Override
    public List<Path> asStored(Session session, String table, Clocks clocks) {
        return inForce.asStored(session, clocks, active.get(), FactKind.named(table));
    }

    @Override
    public Addition since(List<String> before, Clocks then, List<String> wanted, Clocks now) {
        if (!receipts(now.known()).equals(wanted)) {
            return new Addition.Otherwise("batches came or went meanwhile");
        }
        Set<String> former = Set.copyOf(before);
        Map<Boolean, List<Receipt>> sides =
                known(now.known()).collect(Collectors.partitioningBy(receipt -> former.contains(identity(receipt))));
        List<Receipt> old = sides.getOrDefault(true, List.of());
        if (old.size() < former.size()) {
            return new Addition.Otherwise("a batch was undone");
        }
        try (Session session = engine.open()) {
            return new AddedBatches(workspace, session, then, now, exchanged)
                    .beside(old, sides.getOrDefault(false, List.of()));
        }
    }

    /** All keys of the customer with this one, itself included, as the crosswalk links them by the newest import. */
    public SortedSet<CustomerId> sameCustomer(CustomerId customer) {
        Instant newest = latestKnown().orElse(Instant.EPOCH);
        Clocks clocks = new Clocks(newest.atZone(company).toLocalDate(), newest);
        try (Session session = engine.open()) {
            return inForce.sameCustomer(session, clocks, active.get(), customer.value()).stream()
                    .map(CustomerId::new)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The links of the newest import; read again only after a batch of links came or went. */
    public UnaryOperator<CustomerId> links() {
        List<Receipt> batches = active.get();
        List<String> names = batches.stream()
                .filter(receipt -> receipt.kind() == FactKind.CROSSWALK)
                .map(this::identity)
                .toList();
        Linked known = linked;
        if (!known.batches().equals(names)) {
            known = new Linked(names, names.isEmpty() ? new TreeMap<>() : representatives(batches));
            linked = known;
        }
        SortedMap<Long, Long> representatives = known.representatives();
        return key -> new CustomerId(representatives.getOrDefault(key.value(), key.value()));
    }

    private SortedMap<Long, Long> representatives(List<Receipt> batches) {
        Instant newest = latestKnown().orElse(Instant.EPOCH);
        Clocks clocks = new Clocks(newest.atZone(company).toLocalDate(), newest);
        try (Session session = engine.open()) {
            return inForce.representatives(session, clocks, batches);
        }
    }

    /** How long a rate holds is part of what its batch says. */
    private String identity(Receipt receipt) {
        String content = "%s %s %s"
                .formatted(
                        receipt.batch(),
                        receipt.file().contentHash(),
                        receipt.file().mappingHash());
        return receipt.kind() == FactKind.RATE ? content + " for " + reporting.rateDays() + " days" : content;
    }

    private Stream<Receipt> known(Instant known) {
        return active.get().stream()
                .filter(receipt -> receipt.span()
                        .filter(span -> !span.firstRecordedAt().isAfter(known))
                        .isPresent());
    }

    private Optional<LocalDate> latestDay(FactKind kind, List<Receipt> mine, Instant known) {
        Optional<LocalDate> told = mine.stream()
                .map(receipt -> latestDay(receipt, known))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        try (Session session = engine.open()) {
            if (told.isEmpty() || inForce.oneVersionEach(session, mine, kind)) {
                return told;
            }
        }
        return inForce(kind, mine, known, told.get());
    }

    /** Looks back from the last day that any version tells, in ever longer steps, until one is in force. */
    private Optional<LocalDate> inForce(FactKind kind, List<Receipt> mine, Instant known, LocalDate last) {
        Map<String, LocalDate> today =
                mine.stream().collect(Collectors.toMap(Receipt::batch, receipt -> toldOn(receipt, known)));
        for (int back : DAYS_BACK) {
            LocalDate floor = last.minusDays(back);
            try (Session session = engine.open()) {
                Optional<LocalDate> found = inForce.daysInForce(session, known, mine, kind, floor, last).stream()
                        .filter(it -> it.day().isAfter(floor)
                                && !it.day().isAfter(Objects.requireNonNull(today.get(it.batch()))))
                        .map(FactsInForce.ToldDay::day)
                        .max(Comparator.naturalOrder());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private LocalDate toldOn(Receipt receipt, Instant known) {
        Instant told = receipt.importedAt().isBefore(known) ? receipt.importedAt() : known;
        return told.atZone(company).toLocalDate();
    }

    /** From the receipt where it decides, else from the rows. */
    private Optional<LocalDate> latestDay(Receipt receipt, Instant known) {
        LocalDate today = toldOn(receipt, known);
        Receipt.Span span = receipt.span().orElseThrow();
        List<String> days = receipt.kind().days();
        if (days.size() == 1
                && !span.lastRecordedAt().isAfter(known)
                && !span.lastOn().isAfter(today)) {
            return Optional.of(span.lastOn());
        }
        try (Session session = engine.open()) {
            session.table("stored", List.of(workspace.facts(receipt.kind().table(), receipt.batch())));
            String latest = days.stream()
                    .map("max(CASE WHEN %1$s <= :today THEN %1$s END) AS %1$s"::formatted)
                    .collect(Collectors.joining(", "));
            Rows rows = session.query(
                    "SELECT " + latest + " FROM stored WHERE recorded_at <= :known",
                    Map.of("known", known, "today", today));
            return rows.rows().getFirst().stream()
                    .filter(LocalDate.class::isInstance)
                    .map(LocalDate.class::cast)
                    .max(Comparator.naturalOrder());
        }
    }
}
