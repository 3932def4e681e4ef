package io.customerroom.web.artefacts;

import io.customerroom.room.artefacts.Artefact;
import io.customerroom.room.artefacts.Artefacts;
import io.customerroom.room.artefacts.HungArtefact;
import io.customerroom.room.artefacts.Subject;
import io.customerroom.room.artefacts.Subject.Type;
import io.customerroom.web.CompanyFace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which artefacts hang where: beside a contact or an issue, on a wall, in a frozen meeting, on a large screen. */
@Component
public final class Hanging {

    /** A page of one contact has more room than a wall. */
    private static final int ON_OWN_PAGE = 6;

    /** As many things have artefacts on a wall; those with the newest come first. */
    private static final int THINGS_ON_WALL = 6;

    private static final int ON_SLIDE = 3;

    private final Artefacts artefacts;
    private final CompanyFace company;

    Hanging(Artefacts artefacts, CompanyFace company) {
        this.artefacts = artefacts;
        this.company = company;
    }

    /** @param keeper whether the reader may hang artefacts, and so sees those whose consent is awaited */
    public Strip beside(Subject subject, boolean keeper) {
        List<Artefact> all =
                artefacts.about(subject).stream().filter(visible(keeper)).toList();
        return strip("", subject, all, ON_OWN_PAGE);
    }

    /**
     * Beside each thing of a wall its newest ones, at most {@value Artefacts#BESIDE}.
     *
     * @param exhibits ids of what hangs there
     */
    public List<Strip> wall(int number, Set<String> exhibits) {
        return bySubject(artefacts.all().stream()
                        .filter(Artefact::shown)
                        .filter(artefact -> hangs(artefact.about(), number, exhibits)))
                .entrySet()
                .stream()
                .limit(THINGS_ON_WALL)
                .map(beside -> strip(beside.getKey().words(), beside.getKey(), beside.getValue(), Artefacts.BESIDE))
                .toList();
    }

    /** What hung in a meeting when its walls were frozen; what was withdrawn or erased since says so. */
    public List<Strip> meeting(String id) {
        return bySubject(artefacts.of(id).stream().map(HungArtefact::artefact)).entrySet().stream()
                .map(beside -> strip(
                        beside.getKey().words(),
                        beside.getKey(),
                        beside.getValue(),
                        beside.getValue().size()))
                .toList();
    }

    /** For a large screen: of each thing of a wall the newest one. */
    public List<ArtefactCard> slide(int number, Set<String> exhibits) {
        return wall(number, exhibits).stream()
                .limit(ON_SLIDE)
                .map(strip -> strip.cards().getFirst())
                .toList();
    }

    /** Those of a strip without a session, each small picture under {@code base} and the id. */
    public static List<ArtefactCard> at(String base, List<ArtefactCard> cards) {
        return cards.stream().map(card -> card.at(base)).toList();
    }

    ArtefactCard card(Artefact artefact) {
        return ArtefactCard.of(artefact, company);
    }

    static Predicate<Artefact> visible(boolean keeper) {
        return artefact -> artefact.shown() || keeper && artefact.awaited();
    }

    /** Where a thing is looked at. */
    static String page(Subject subject) {
        return subject.type() == Type.CONTACT ? "/contacts/view?contact=" + encoded(subject.name()) : list(subject);
    }

    /** Where all artefacts beside a thing are listed. */
    static String list(Subject subject) {
        return "/artefacts?about=%s&name=%s".formatted(subject.type().id(), encoded(subject.name()));
    }

    /** Where something is hung beside a thing. */
    public static String form(Subject subject) {
        return "/artefacts/new?about=%s&name=%s".formatted(subject.type().id(), encoded(subject.name()));
    }

    private Strip strip(String heading, Subject subject, List<Artefact> all, int most) {
        return new Strip(
                heading,
                page(subject),
                all.stream().limit(most).map(this::card).toList(),
                all.size() > most ? list(subject) : "",
                all.size());
    }

    private static Map<Subject, List<Artefact>> bySubject(Stream<Artefact> artefacts) {
        return artefacts.collect(Collectors.groupingBy(Artefact::about, LinkedHashMap::new, Collectors.toList()));
    }

    private static boolean hangs(Subject subject, int wall, Set<String> exhibits) {
        return switch (subject.type()) {
            case ISSUE, STAGE -> wall == 2;
            case CONTACT -> wall == 3;
            case EXHIBIT -> exhibits.contains(subject.name());
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
