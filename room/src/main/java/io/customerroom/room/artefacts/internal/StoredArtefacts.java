package io.customerroom.room.artefacts.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.room.artefacts.Artefact;
import io.customerroom.room.artefacts.Artefacts;
import io.customerroom.room.artefacts.Consent;
import io.customerroom.room.artefacts.Draft;
import io.customerroom.room.artefacts.HungArtefact;
import io.customerroom.room.artefacts.Subject;
import io.customerroom.room.text.Typed;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Artefacts in the state store, with their files in a folder of the workspace: files first, then the record in one transaction. */
public final class StoredArtefacts implements Artefacts {

    private final StateStore store;
    private final ArtefactFiles files;

    /** Both folders must lie on one disk. */
    public StoredArtefacts(StateStore store, Path folder, Path staging) {
        this.store = store;
        this.files = new ArtefactFiles(folder, staging);
    }

    private String today() {
        return StoredText.of(store.today());
    }

    @Override
    public Artefact hang(Authorship by, Draft draft) {
        draft.customer().ifPresent(this::requireNotErased);
        Intake intake = Intake.of(draft);
        Optional<Artefact.Stored> stored = intake.file().map(this::keep);
        Artefact hung = store.write(by, writing -> {
            Optional<Artefact> same = ArtefactTable.all(writing.handle(), today()).stream()
                    .filter(known -> same(known, draft, intake, stored))
                    .findFirst();
            if (same.isPresent()) {
                writing.unchanged();
                return same.get();
            }
            long number = ArtefactTable.insert(writing, draft, intake, stored, Fingerprint.salt());
            ArtefactTable.consent(writing, number, intake.consent());
            writing.record(
                    "artefact-hung",
                    "f" + number,
                    Change.made("hangs, consent: " + intake.consent().reach().words()),
                    Map.of(
                            "kind", draft.kind().id(),
                            "about", draft.about().words(),
                            "consent", intake.consent().reach().words()));
            return find(writing, number);
        });
        // Somebody may have erased an artefact with the very same file in between, and the file with it.
        intake.file()
                .filter(taken -> !files.has(ArtefactFiles.hash(taken.bytes())))
                .ifPresent(this::keep);
        return hung;
    }

    private void requireNotErased(CustomerId customer) {
        if (new Receipts(store).erased().contains(customer.value())) {
            throw Failure.yours(
                    "CUSTOMER_ERASED",
                    "This customer has been erased.",
                    "Hang nothing that is from them; or leave the customer out if it is from somebody else.");
        }
    }

    private Artefact.Stored keep(Intake.Taken taken) {
        return new Artefact.Stored(
                taken.type(), files.keep(taken.bytes()), taken.small().map(files::keep), taken.bytes().length);
    }

    private static boolean same(Artefact known, Draft draft, Intake intake, Optional<Artefact.Stored> stored) {
        return known.erasure().isEmpty()
                && known.kind() == draft.kind()
                && known.about().equals(draft.about())
                && known.customer().equals(draft.customer())
                && known.words().equals(Optional.of(intake.words()))
                && known.stored().equals(stored);
    }

    @Override
    public Artefact consent(Authorship by, String id, Consent.Given given) {
        Blackener blackener = new Blackener(List.of());
        Consent.Given masked =
                new Consent.Given(given.reach(), blackener.hide(given.giver()), given.day(), given.until());
        return change(by, id, (writing, number, artefact) -> {
            Consent before = artefact.consent();
            if (before.reach() == masked.reach()
                    && before.giver().equals(masked.giver())
                    && before.day().equals(masked.day())
                    && before.until().equals(masked.until())) {
                return false;
            }
            ArtefactTable.consent(writing, number, masked);
            writing.record(
                    "artefact-consent-noted",
                    id,
                    Change.of(before.reach().words(), masked.reach().words()),
                    Map.of("consent", masked.reach().words()));
            return true;
        });
    }

    @Override
    public Artefact withdraw(Authorship by, String id) {
        requireReason(by, "A consent is withdrawn for a reason.");
        return change(by, id, (writing, number, artefact) -> {
            if (artefact.withdrawn()) {
                return false;
            }
            ArtefactTable.withdraw(writing, number);
            writing.record(
                    "artefact-consent-withdrawn",
                    id,
                    Change.of(artefact.consent().reach().words(), "withdrawn"),
                    Map.of());
            return true;
        });
    }

    /** What is done to an artefact that is not erased; answers whether anything changed. */
    @FunctionalInterface
    private interface Deed {
        boolean make(Writing writing, long number, Artefact artefact);
    }

    private Artefact change(Authorship by, String id, Deed change) {
        long number = number(id);
        return store.write(by, writing -> {
            Artefact artefact = find(writing, number);
            if (artefact.erasure().isPresent()) {
                throw Failure.yours(
                        "ARTEFACT_ERASED",
                        "The artefact %s has been erased.".formatted(id),
                        "Hang it anew if there is a new consent.");
            }
            if (!change.make(writing, number, artefact)) {
                writing.unchanged();
                return artefact;
            }
            return find(writing, number);
        });
    }

    @Override
    public Artefact erase(Authorship by, String id) {
        requireReason(by, "An artefact is erased for a reason.");
        eraseAll(by, artefact -> artefact.id().equals(id));
        return require(id);
    }

    @Override
    public int eraseOf(Authorship by, Set<CustomerId> customers) {
        return eraseAll(
                by, artefact -> artefact.customer().filter(customers::contains).isPresent());
    }

    /** The record first, so that no page shows it from here on; a crash before the files are gone leaves strays. */
    private int eraseAll(Authorship by, Predicate<Artefact> whose) {
        List<Artefact> erased = store.write(by, writing -> {
            List<Artefact> found = ArtefactTable.all(writing.handle(), today()).stream()
                    .filter(artefact -> artefact.erasure().isEmpty())
                    .filter(whose)
                    .toList();
            if (found.isEmpty()) {
                writing.unchanged();
            }
            for (Artefact artefact : found) {
                ArtefactTable.erase(writing, number(artefact.id()));
                writing.record("artefact-erased", artefact.id(), Change.of("there", "erased"), Map.of());
            }
            return found;
        });
        if (!erased.isEmpty()) {
            Set<String> named = named();
            erased.stream()
                    .flatMap(StoredArtefacts::hashes)
                    .filter(hash -> !named.contains(hash))
                    .forEach(files::remove);
            store.fold();
        }
        return erased.size();
    }

    private static void requireReason(Authorship by, String what) {
        Typed.required(by.reason(), Typed.LONG, "REASON_MISSING", what);
    }

    @Override
    public Optional<Artefact> find(String id) {
        return all().stream().filter(artefact -> artefact.id().equals(id)).findFirst();
    }

    @Override
    public Artefact require(String id) {
        return find(id).orElseThrow(StoredArtefacts::unknown);
    }

    @Override
    public List<Artefact> all() {
        return store.read(handle -> ArtefactTable.all(handle, today()));
    }

    @Override
    public List<Artefact> about(Subject subject) {
        return all().stream()
                .filter(artefact -> artefact.about().equals(subject))
                .toList();
    }

    @Override
    public List<HungArtefact> of(String meeting) {
        long number = Typed.number(
                meeting,
                'm',
                Failure.yours("MEETING_UNKNOWN", "There is no such meeting.", "The page Meetings lists them all."));
        return store.read(handle -> {
            Map<Long, Artefact> known = ArtefactTable.byNumber(handle, today());
            return ArtefactTable.frozen(handle, number).stream()
                    .map(frozen -> new HungArtefact(
                            Objects.requireNonNull(known.get(frozen.artefact())), frozen.fingerprint()))
                    .toList();
        });
    }

    @Override
    public Path file(Artefact artefact) {
        return there(artefact, artefact.stored().map(Artefact.Stored::hash));
    }

    @Override
    public Path small(Artefact artefact) {
        return there(artefact, artefact.stored().flatMap(Artefact.Stored::small));
    }

    private Path there(Artefact artefact, Optional<String> hash) {
        if (!artefact.shown() && !artefact.awaited()) {
            throw unknown();
        }
        return files.file(hash.orElseThrow(StoredArtefacts::unknown));
    }

    @Override
    public List<String> damaged() {
        return all().stream()
                .filter(artefact -> !hashes(artefact).allMatch(files::holds))
                .map(Artefact::id)
                .sorted()
                .toList();
    }

    @Override
    public List<String> strays() {
        Set<String> named = named();
        return files.kept().stream().filter(hash -> !named.contains(hash)).toList();
    }

    @Override
    public int sweep(Instant before) {
        Set<String> named = named();
        int swept = 0;
        for (String hash : store.read(ArtefactTable::erasedHashes)) {
            if (!named.contains(hash) && files.remove(hash)) {
                swept++;
            }
        }
        return swept + files.sweep(named, before);
    }

    private Set<String> named() {
        return all().stream().flatMap(StoredArtefacts::hashes).collect(Collectors.toSet());
    }

    private static Stream<String> hashes(Artefact artefact) {
        return artefact.stored().stream()
                .flatMap(stored -> Stream.concat(Stream.of(stored.hash()), stored.small().stream()));
    }

    private static Artefact find(Writing writing, long number) {
        return Optional.ofNullable(ArtefactTable.byNumber(writing.handle(), Hangings.today(writing))
                        .get(number))
                .orElseThrow(StoredArtefacts::unknown);
    }

    private static long number(String id) {
        return Typed.number(id, 'f', unknown());
    }

    private static Failure unknown() {
        return Failure.yours(
                "ARTEFACT_UNKNOWN", "There is no such artefact here.", "The page Artefacts lists those that hang.");
    }
}
