package io.customerroom.ledger.persons;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.imports.Durable;
import io.customerroom.ledger.imports.Unfinished;
import io.customerroom.ledger.imports.WorkspaceLock;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.StateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Erases people. Their rows leave every person table and their words every quarantine; their keys are remembered, so that a later import
 * brings no name back. Facts, builds and evidence carry keys only and stay as they are, to the byte.
 */
public final class Persons {

    private final Workspace workspace;
    private final Receipts receipts;
    private final PersonFiles files;

    public Persons(Workspace workspace, StateStore store, PersonFiles files) {
        this.workspace = workspace;
        this.receipts = new Receipts(store);
        this.files = files;
    }

    /**
     * Erases one customer; several keys that the crosswalk joins are given together. Refused where the reason, which the trail keeps,
     * calls the customer by name.
     */
    public Erasure erase(Set<CustomerId> customers, Authorship by) {
        if (customers.isEmpty()) {
            throw new IllegalArgumentException("customers must not be empty");
        }
        Set<Long> keys = new TreeSet<>(customers.stream().map(CustomerId::value).toList());
        try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
            Set<String> words = words(List.copyOf(keys));
            refuseNames(by.reason(), words);
            receipts.erase(by, keys); // first, so that whatever happens next, no import brings the name back
            Unfinished.forget(workspace);
            Durable.deleteTree(workspace.uploads()); // files that wait for their import may speak of them
            return rewrite(List.copyOf(keys), words);
        } catch (IOException e) {
            throw Failure.ours("WORKSPACE_IO", "A file of the workspace could not be rewritten; erase again.", e);
        }
    }

    /** By what a source calls the customer. */
    public Erasure erase(String space, String id, Authorship by) {
        return erase(Set.of(new CustomerKeys(IdentitySecret.of(workspace)).key(space, id)), by);
    }

    /** Finishes what a crash may have interrupted: everybody on the list of the erased is erased everywhere. */
    public void finish() {
        Set<Long> erased = receipts.erased();
        if (erased.isEmpty()) {
            return;
        }
        try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
            rewrite(List.copyOf(erased), words(List.copyOf(erased)));
        } catch (IOException e) {
            throw Failure.ours("WORKSPACE_IO", "A file of the workspace could not be rewritten.", e);
        }
    }

    /** What the person tables call these customers: to look for it where no key stands. Never to be kept, printed or logged. */
    public Set<String> called(Set<CustomerId> customers) {
        return words(customers.stream().map(CustomerId::value).sorted().toList());
    }

    /** Remembers that people were erased elsewhere, before {@link #finish}; answers how many were not known to be. */
    public int remember(Set<Long> keys, Authorship by) {
        Set<Long> fresh = new TreeSet<>(keys);
        fresh.removeAll(receipts.erased());
        if (!fresh.isEmpty()) {
            receipts.erase(by, fresh);
        }
        return fresh.size();
    }

    /** Everybody who was erased, by key. */
    public Set<Long> erased() {
        return receipts.erased();
    }

    /** What the person tables call these customers. */
    private Set<String> words(List<Long> keys) {
        Set<String> words = new TreeSet<>();
        for (Receipt receipt : receipts.all()) {
            Path persons = workspace.persons(receipt.batch());
            if (Files.exists(persons)) {
                words.addAll(files.words(persons, keys));
            }
        }
        return words;
    }

    private static void refuseNames(String reason, Set<String> words) {
        boolean named = words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])"))
                .anyMatch(word -> word.matcher(reason).find());
        if (named) {
            throw Failure.yours(
                    "REASON_NAMES_PERSON",
                    "The reason calls the person by a name or an id, and the trail keeps it for good.",
                    "Say it without, for example by the number of the request.");
        }
    }

    /** Quarantines first: the words to look for stand in the person tables. */
    private Erasure rewrite(List<Long> keys, Set<String> words) throws IOException {
        QuarantineEraser eraser = new QuarantineEraser(words, new CustomerKeys(IdentitySecret.of(workspace)), keys);
        String called = CalledBy.expression(words);
        long quarantined = 0;
        int tables = 0;
        for (Receipt receipt : receipts.all()) {
            quarantined += eraser.rewrite(workspace.quarantine(receipt.batch()), receipt.ids());
        }
        for (Receipt receipt : receipts.all()) {
            Path persons = workspace.persons(receipt.batch());
            if (Files.exists(persons) && files.speaksOf(persons, keys, called)) {
                Path rewritten = persons.resolveSibling(receipt.batch() + ".parquet.new");
                Files.deleteIfExists(rewritten);
                files.withoutPersons(persons, keys, called, rewritten);
                Durable.move(rewritten, persons);
                tables++;
            }
        }
        return new Erasure(keys.size(), tables, quarantined);
    }
}
