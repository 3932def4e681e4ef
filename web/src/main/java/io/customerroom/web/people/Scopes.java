package io.customerroom.web.people;

import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.metrics.Dimension;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.web.work.QueryDesk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The segments and sites that the ledger's customers have, to keep accounts to; none without a ledger. */
@Component
final class Scopes {

    /** More members than this are no choice on a page; the command line takes any. */
    private static final int OFFERED = 60;

    private final ObjectProvider<Questions> questions;
    private final ObjectProvider<Builds> builds;
    private final QueryDesk desk;

    Scopes(ObjectProvider<Questions> questions, ObjectProvider<Builds> builds, QueryDesk desk) {
        this.questions = questions;
        this.builds = builds;
        this.desk = desk;
    }

    /** In order. Who has none of a dimension is reached by no choice of it. */
    List<String> members(Dimension dimension) {
        Optional<Build> build = builds.stream().findFirst().flatMap(Builds::current);
        return build.stream()
                .flatMap(it -> desk.ask(() -> questions.getObject().members(it, dimension)).stream())
                .filter(member -> !member.isEmpty())
                .limit(OFFERED)
                .toList();
    }

    /** A scope of what was ticked. */
    static RowScope of(List<String> segments, List<String> sites) {
        return RowScope.of(ticked(segments), ticked(sites));
    }

    private static List<String> ticked(List<String> members) {
        return Stream.ofNullable(members)
                .flatMap(List::stream)
                .filter(member -> !member.isBlank())
                .toList();
    }
}
