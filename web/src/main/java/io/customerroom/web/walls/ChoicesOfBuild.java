package io.customerroom.web.walls;

import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.metrics.Dimension;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.web.LedgerStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the filters offer of the build that is shown. */
public final class ChoicesOfBuild implements Choices {

    private final Questions questions;
    private final Builds builds;
    private final LedgerStatus status;
    private final Map<Dimension, Known> known = new ConcurrentHashMap<>();

    private record Known(String build, List<String> names) {}

    public ChoicesOfBuild(Questions questions, Builds builds, LedgerStatus status) {
        this.questions = questions;
        this.builds = builds;
        this.status = status;
    }

    @Override
    public List<String> segments() {
        return names(Dimension.SEGMENT);
    }

    @Override
    public List<String> sites() {
        return names(Dimension.SITE);
    }

    private List<String> names(Dimension dimension) {
        return status.shown()
                .map(shown -> known.compute(
                                dimension,
                                (asked, before) ->
                                        before != null && before.build().equals(shown.build())
                                                ? before
                                                : new Known(shown.build(), members(shown.build(), dimension)))
                        .names())
                .orElse(List.of());
    }

    private List<String> members(String build, Dimension dimension) {
        return builds.find(build).map(found -> questions.members(found, dimension)).orElse(List.of()).stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
