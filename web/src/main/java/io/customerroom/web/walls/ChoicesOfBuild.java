package io.customerroom.web.walls;

import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.metrics.Dimension;
import io.customerroom.ledger.metrics.Questions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the filters offer of the current build. */
public final class ChoicesOfBuild implements Choices {

    private final Questions questions;
    private final Builds builds;
    private final Map<Dimension, Known> known = new ConcurrentHashMap<>();

    private record Known(String build, List<String> names) {}

    public ChoicesOfBuild(Questions questions, Builds builds) {
        this.questions = questions;
        this.builds = builds;
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
        Optional<Build> build = builds.current();
        return build.map(current -> known.compute(
                                dimension,
                                (asked, before) ->
                                        before != null && before.build().equals(current.id())
                                                ? before
                                                : new Known(current.id(), members(current, dimension)))
                        .names())
                .orElse(List.of());
    }

    private List<String> members(Build build, Dimension dimension) {
        return questions.members(build, dimension).stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
