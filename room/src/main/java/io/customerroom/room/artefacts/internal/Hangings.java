package io.customerroom.room.artefacts.internal;

import io.customerroom.room.artefacts.Artefact;
import io.customerroom.room.artefacts.Artefacts;
import io.customerroom.room.artefacts.Subject;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which artefacts hang on the walls. */
public final class Hangings {

    private Hangings() {}

    /** Notes in the transaction of a freeze which artefacts hang there now. */
    public static void freeze(Writing writing, long meeting) {
        List<Artefact> hung = hung(ArtefactTable.all(writing.handle(), today(writing)).stream());
        for (int ordinal = 0; ordinal < hung.size(); ordinal++) {
            ArtefactTable.freeze(writing, meeting, ordinal, hung.get(ordinal));
        }
    }

    /** Beside each thing the newest few, things by kind and name. */
    private static List<Artefact> hung(Stream<Artefact> newestFirst) {
        SortedMap<Subject, List<Artefact>> bySubject = newestFirst
                .filter(Artefact::shown)
                .collect(Collectors.groupingBy(
                        Artefact::about,
                        () -> new TreeMap<>(Comparator.comparing(Subject::type).thenComparing(Subject::name)),
                        Collectors.toList()));
        return bySubject.values().stream()
                .flatMap(beside -> beside.stream().limit(Artefacts.BESIDE))
                .toList();
    }

    /** The day of a moment as the store writes it. */
    static String today(Writing writing) {
        return StoredText.of(LocalDate.ofInstant(writing.now(), ZoneOffset.UTC));
    }
}
