package io.customerroom.room.artefacts.internal;

import io.customerroom.room.artefacts.Artefact;
import io.customerroom.room.artefacts.Artefacts;
import io.customerroom.state.Writing;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which artefacts hang on the walls. */
public final class Hangings {

    private Hangings() {}

    /** Notes in the transaction of a freeze which artefacts hang there now. */
    public static void freeze(Writing writing, long meeting) {
        List<Artefact> hung = hung(ArtefactTable.all(writing.handle()).stream());
        for (int ordinal = 0; ordinal < hung.size(); ordinal++) {
            ArtefactTable.freeze(writing, meeting, ordinal, hung.get(ordinal));
        }
    }

    /** Beside each thing the newest few, things by kind and name. */
    private static List<Artefact> hung(Stream<Artefact> newestFirst) {
        return newestFirst.filter(Artefact::shown).collect(Collectors.groupingBy(Artefact::about)).entrySet().stream()
                .sorted(Comparator.comparing((java.util.Map.Entry<?, List<Artefact>> it) ->
                                it.getValue().getFirst().about().type())
                        .thenComparing(it -> it.getValue().getFirst().about().name()))
                .flatMap(beside -> beside.getValue().stream().limit(Artefacts.BESIDE))
                .toList();
    }
}
