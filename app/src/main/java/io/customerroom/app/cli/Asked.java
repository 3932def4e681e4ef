package io.customerroom.app.cli;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.metrics.Questions;

/** Asks a metric of the build that the options mean, and says when that build has to be made first. */
final class Asked {

    private Asked() {}

    static Answer of(CustomerRoom room, Workbench bench, String metric, QuestionOptions question, ClockOptions clocks) {
        Questions questions = bench.question(metric);
        MetricQuery query = question.query(metric, bench.settings().calendar()); // a wrong word costs no build
        return questions.ask(build(room, bench, metric, clocks), query);
    }

    /** The build that the options mean, made if need be. */
    static Build build(CustomerRoom room, Workbench bench, String asked, ClockOptions clocks) {
        return build(
                room, bench, asked, clocks.request(bench.settings().calendar().zone()));
    }

    static Build build(CustomerRoom room, Workbench bench, String asked, BuildRequest request) {
        Builds builds = bench.builds();
        int before = builds.all().size();
        Build build = builds.at(request, room.author("show " + asked));
        if (builds.all().stream().limit(1).anyMatch(newest -> newest.id().equals(build.id()))
                && builds.all().size() > before) {
            room.console()
                    .say("Built the ledger %s through %s."
                            .formatted(build.id(), build.clocks().through()));
        }
        return build;
    }
}
