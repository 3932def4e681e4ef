package io.customerroom.room.agenda;

import io.customerroom.room.agenda.Topic.Kind;
import io.customerroom.room.decisions.Decision;
import io.customerroom.room.evidence.ExhibitView;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.evidence.Restatement;
import io.customerroom.room.evidence.Restatements;
import io.customerroom.room.promises.Opening;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.unprofitable.CustomerCase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an agenda of what the walls and the earlier meetings ask for. The order: promises that are overdue, moved or due; decisions to be
 * looked at again and cases of unprofitable customers that wait; then wall by wall what was restated, the exhibits that open the wall, and by stage of the journey the contacts below
 * their standards and the stages in which more tickets were opened than closed.
 */
public final class Proposal {

    private static final int MINUTES_OF_EXHIBIT = 5;
    private static final int MINUTES_OF_STAGE = 5;
    private static final int MINUTES_OF_PROMISE = 3;
    private static final int MINUTES_OF_DECISION = 3;
    private static final int MINUTES_OF_RESTATEMENT = 2;

    private final List<String> stages;

    /** @param stages of the company's journey, in order; others come after them, by name */
    public Proposal(List<String> stages) {
        this.stages = List.copyOf(stages);
    }

    /**
     * What a meeting has before it.
     *
     * @param day of the meeting
     * @param opening the promises it opens with
     * @param decisions to be looked at again by its day
     * @param cases of unprofitable customers that wait for approval or are to be looked at by its day
     * @param walls its readings: the frozen ones, or before the freeze those of now
     * @param former the readings of the meeting before; none for the first one
     * @param formerDay of the meeting before; any day where there is none
     */
    public record Before(
            LocalDate day,
            Opening opening,
            List<Decision> decisions,
            List<CustomerCase> cases,
            List<Reading> walls,
            List<Reading> former,
            LocalDate formerDay) {}

    /** The topics in the order in which they should be gone through. */
    public List<Topic> of(Before before) {
        List<Topic> topics = new ArrayList<>(promises(before));
        before.decisions().forEach(decision -> topics.add(decision(decision)));
        before.cases().forEach(customerCase -> topics.add(customerCase(customerCase)));
        for (int wall = 1; wall <= 3; wall++) {
            int number = wall;
            List<Reading> hung =
                    before.walls().stream().filter(it -> it.wall() == number).toList();
            hung.forEach(reading -> restated(reading, before).ifPresent(topics::add));
            hung.stream()
                    .filter(reading -> !reading.view().tiles().isEmpty())
                    .forEach(reading -> topics.add(exhibit(reading)));
            hung.forEach(reading -> topics.addAll(stages(reading)));
        }
        return List.copyOf(topics);
    }

    /** An exhibit as a topic: its finding. */
    public static Topic exhibit(Reading reading) {
        return new Topic(
                Kind.EXHIBIT,
                reading.wall(),
                "",
                reading.exhibit(),
                "",
                reading.title() + ": " + reading.view().finding(),
                MINUTES_OF_EXHIBIT);
    }

    private static List<Topic> promises(Before before) {
        Opening opening = before.opening();
        Stream<Topic> overdue = opening.overdue().stream().map(it -> promise(it, "overdue", before));
        Stream<Topic> moved = opening.moved().stream().map(it -> promise(it, "moved", before));
        Stream<Topic> due = opening.open().stream()
                .filter(promise -> !promise.due().isAfter(before.day()))
                .map(it -> promise(it, "due", before));
        return Stream.of(overdue, moved, due).flatMap(topics -> topics).toList();
    }

    private static Topic promise(Promise promise, String state, Before before) {
        int wall = before.walls().stream()
                .filter(reading -> reading.exhibit().equals(promise.exhibit()))
                .mapToInt(Reading::wall)
                .findFirst()
                .orElse(0);
        return new Topic(
                Kind.PROMISE,
                wall,
                "",
                promise.exhibit(),
                promise.id(),
                "Promise %s is %s. %s".formatted(promise.id(), state, promise.sentence()),
                MINUTES_OF_PROMISE);
    }

    private static Topic decision(Decision decision) {
        return new Topic(
                Kind.DECISION,
                0,
                "",
                "",
                // a decision that stood and is due again is a topic of its own
                decision.id() + "/" + decision.reviews().size(),
                "Look again at decision %s: %s".formatted(decision.id(), decision.words()),
                MINUTES_OF_DECISION);
    }

    private static Topic customerCase(CustomerCase customerCase) {
        return new Topic(
                Kind.DECISION,
                1,
                "",
                "",
                // a case that went on is a topic of its own
                customerCase.id() + "/" + customerCase.steps().size(),
                "Unprofitable customer, case %s: %s".formatted(customerCase.id(), customerCase.state()),
                MINUTES_OF_DECISION);
    }

    private static Optional<Topic> restated(Reading now, Before before) {
        List<Restatement> restatements = before.former().stream()
                .flatMap(former -> Restatements.between(former, before.formerDay(), now).stream())
                .distinct()
                .toList();
        if (restatements.isEmpty()) {
            return Optional.empty();
        }
        String figures = restatements.size() == 1 ? "1 figure reads" : restatements.size() + " figures read";
        return Optional.of(new Topic(
                Kind.RESTATEMENT,
                now.wall(),
                "",
                now.exhibit(),
                "",
                "%s: %s differently since the last meeting".formatted(now.title(), figures),
                MINUTES_OF_RESTATEMENT));
    }

    private List<Topic> stages(Reading reading) {
        Map<String, Integer> breaches = new LinkedHashMap<>();
        List<Topic> topics = new ArrayList<>();
        for (List<@Nullable String> row : reading.view().rows()) {
            Optional<String> stage = cell(reading, row, "stage");
            // "breach", or "breach, 3 readings in a row"
            if (cell(reading, row, "standing")
                    .filter(it -> it.startsWith("breach"))
                    .isPresent()) {
                breaches.merge(stage.orElse(""), 1, Integer::sum);
            }
            stage.filter(name -> growing(reading, row)).ifPresent(name -> topics.add(tickets(reading, row, name)));
        }
        breaches.forEach((stage, count) -> topics.add(breach(reading, stage, count)));
        topics.sort(
                Comparator.comparingInt((Topic topic) -> place(topic.stage())).thenComparing(Topic::stage));
        return topics;
    }

    private static Topic breach(Reading reading, String stage, int count) {
        String measures = count == 1 ? "1 measure is" : count + " measures are";
        return new Topic(
                Kind.BREACH,
                reading.wall(),
                stage,
                reading.exhibit(),
                stage,
                "%s: %s below the minimum standard".formatted(stage.isEmpty() ? "No stage" : stage, measures),
                MINUTES_OF_STAGE);
    }

    private static Topic tickets(Reading reading, List<@Nullable String> row, String stage) {
        return new Topic(
                Kind.STAGE,
                reading.wall(),
                stage,
                reading.exhibit(),
                stage,
                "%s: %s tickets opened, %s closed"
                        .formatted(
                                stage,
                                cell(reading, row, "opened").orElseThrow(),
                                cell(reading, row, "closed").orElseThrow()),
                MINUTES_OF_STAGE);
    }

    private static boolean growing(Reading reading, List<@Nullable String> row) {
        Optional<BigDecimal> opened = cell(reading, row, "opened").flatMap(ExhibitView::number);
        Optional<BigDecimal> closed = cell(reading, row, "closed").flatMap(ExhibitView::number);
        return opened.isPresent() && closed.isPresent() && opened.get().compareTo(closed.get()) > 0;
    }

    private static Optional<String> cell(Reading reading, List<@Nullable String> row, String column) {
        return IntStream.range(0, row.size())
                .filter(i -> reading.view().columns().get(i).name().equals(column))
                .mapToObj(row::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private int place(String stage) {
        int place = stages.indexOf(stage);
        return place < 0 ? stages.size() : place;
    }
}
