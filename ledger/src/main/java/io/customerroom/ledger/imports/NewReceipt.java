package io.customerroom.ledger.imports;

import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.mapping.MappingText;
import io.customerroom.ledger.imports.staging.Stager;
import io.customerroom.ledger.imports.staging.StagingPass;
import io.customerroom.state.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the receipt of an import says, and how it calls the batch and its source. */
final class NewReceipt {

    private static final String DEFAULT_SOURCE = "main";
    private static final int LONGEST_TAIL = 40;

    private NewReceipt() {}

    /** A file says nothing about the system it comes from: overlapping exports are one source unless the asker says otherwise. */
    static String source(ImportRequest request, Mapping mapping) {
        return request.source().or(mapping::source).orElse(DEFAULT_SOURCE);
    }

    /** {@code b0017-purchase}, with the source behind it where it says more. */
    static String batch(int number, FactKind kind, String source) {
        String tail =
                source.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String name = "b%04d-%s".formatted(number, kind.table());
        return tail.isEmpty() || tail.equals(DEFAULT_SOURCE) || tail.equals(kind.table())
                ? name
                : name + "-"
                        + tail.substring(0, Math.min(LONGEST_TAIL, tail.length()))
                                .replaceAll("-+$", "");
    }

    /**
     * @param content SHA-256 of the file
     * @param replaced a note on rows of other files that this one replaces
     */
    static Receipt of(
            ImportJob job,
            int number,
            StagingPass.Staged staged,
            Stager.Written written,
            String content,
            Optional<String> replaced,
            Authorship by) {
        Mapping mapping = staged.mapping();
        Feed feed = mapping.feed().orElse(Feed.DELTA);
        Receipt.Counts counts = new Receipt.Counts(staged.read(), written.rows(), setAside(staged, written));
        List<String> notes = new ArrayList<>(job.told());
        notes.addAll(job.opening().notes());
        notes.addAll(staged.notes());
        replaced.ifPresent(notes::add);
        notes.addAll(caveats(mapping, feed, counts));
        return new Receipt(
                job.batch(),
                number,
                job.request().fact(),
                staged.facts().source(),
                mapping.ids(),
                feed,
                new Receipt.File(job.opening().name(), content, MappingText.of(mapping), hash(mapping), notes),
                counts,
                written.span(),
                written.keysUnique(),
                job.now(),
                by.actor(),
                Optional.empty());
    }

    private static SortedMap<String, Long> setAside(StagingPass.Staged staged, Stager.Written written) {
        SortedMap<String, Long> setAside = new TreeMap<>(staged.setAside());
        if (!written.duplicates().isEmpty()) {
            setAside.put("DUPLICATE_ROW", (long) written.duplicates().size());
        }
        return setAside;
    }

    private static List<String> caveats(Mapping mapping, Feed feed, Receipt.Counts counts) {
        List<String> caveats = new ArrayList<>();
        if (feed != Feed.DELTA && counts.unread() > 0) {
            caveats.add(
                    "withdraws nothing, although it is %s: what the %d rows say that were set aside is not known; mend them in the file and import it whole"
                            .formatted(feed.word(), counts.unread()));
        }
        if (mapping.mended()) {
            caveats.add(
                    "lines without a number are called after their row, as in 'row 17', and replace no line that was"
                            + " kept");
        }
        return caveats;
    }

    /** SHA-256 of a mapping as it is written down. */
    static String hash(Mapping mapping) {
        return Hash.of(MappingText.of(mapping));
    }
}
