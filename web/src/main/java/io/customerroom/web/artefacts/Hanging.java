package io.customerroom.web.artefacts;

import io.customerroom.room.artefacts.Artefact;
import io.customerroom.room.artefacts.Artefacts;
import io.customerroom.room.artefacts.FileType;
import io.customerroom.room.artefacts.HungArtefact;
import io.customerroom.room.artefacts.Subject;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.paper.PaperCard;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private static final int BEGINNING = 1000;

    private final Artefacts artefacts;
    private final CompanyFace company;

    /** @param company says in whose days something was hung or withdrawn */
    public Hanging(Artefacts artefacts, CompanyFace company) {
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

    /**
     * For a large screen: of each thing of a wall the newest one, then the others while there is room.
     *
     * @param base where small pictures are, before their id; empty for a reader with a session, a display has an address of its own
     */
    public List<Voice> slide(int number, Set<String> exhibits, String base) {
        List<Strip> strips = wall(number, exhibits);
        return IntStream.range(0, Artefacts.BESIDE)
                .boxed()
                .flatMap(row -> strips.stream()
                        .filter(strip -> strip.cards().size() > row)
                        .map(strip -> voice(strip, strip.cards().get(row), base)))
                .limit(ON_SLIDE)
                .toList();
    }

    /** What may stand on paper beside a wall of today. */
    public List<PaperCard> paper(int number, Set<String> exhibits) {
        return paper(
                artefacts.all().stream()
                        .filter(Artefact::printable)
                        .filter(artefact -> hangs(artefact.about(), number, exhibits)),
                true);
    }

    /**
     * What may stand on paper of what hung on a wall of a meeting. What was withdrawn or erased since says so, and so does what may be
     * shown inside the room only.
     */
    public List<PaperCard> paper(String meeting, int number, Set<String> exhibits) {
        return paper(
                artefacts.of(meeting).stream()
                        .map(HungArtefact::artefact)
                        .filter(artefact -> hangs(artefact.about(), number, exhibits)),
                false);
    }

    private List<PaperCard> paper(Stream<Artefact> hung, boolean few) {
        return bySubject(hung).values().stream()
                .limit(few ? THINGS_ON_WALL : Long.MAX_VALUE)
                .flatMap(beside -> beside.stream().limit(Artefacts.BESIDE))
                .map(this::paper)
                .toList();
    }

    private PaperCard paper(Artefact artefact) {
        ArtefactCard card = card(artefact);
        String about = artefact.about().words();
        String heading = Character.toUpperCase(about.charAt(0)) + about.substring(1);
        if (card.gone() || !card.paper()) {
            String title =
                    card.gone() ? card.title() : "A %s that is shown inside the room only".formatted(card.kind());
            return new PaperCard(heading, title, "", "", false, Optional.empty());
        }
        return new PaperCard(heading, card.title(), card.text(), card.source(), card.quote(), picture(artefact));
    }

    private Optional<PaperCard.Jpeg> picture(Artefact artefact) {
        if (artefact.stored().flatMap(Artefact.Stored::small).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PaperCard.Jpeg(Files.readAllBytes(artefacts.small(artefact))));
        } catch (IOException e) {
            return Optional.empty(); // erased a moment ago, or lost: doctor says which
        }
    }

    private static Voice voice(Strip strip, ArtefactCard card, String base) {
        return new Voice(strip.heading(), base.isEmpty() ? card : card.at(base));
    }

    /** An artefact on a large screen, and what it is about. */
    public record Voice(String about, ArtefactCard card) {}

    ArtefactCard card(Artefact artefact) {
        ArtefactCard card = ArtefactCard.of(artefact, company);
        boolean letter = card.text().isEmpty()
                && artefact.words().isPresent()
                && artefact.stored()
                        .filter(stored -> stored.type() == FileType.TEXT)
                        .isPresent();
        return letter ? card.saying(beginning(artefacts.file(artefact))) : card;
    }

    /** Of a letter that nobody described: enough of it for an excerpt. */
    private static String beginning(Path letter) {
        try (InputStream in = Files.newInputStream(letter)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // erased or lost a moment ago: its own page says so
        }
    }

    static Predicate<Artefact> visible(boolean keeper) {
        return artefact -> artefact.shown() || keeper && artefact.awaited();
    }

    /** Where a thing is looked at. */
    static String page(Subject subject) {
        return switch (subject.type()) {
            case CONTACT -> "/contacts/view?contact=" + encoded(subject.name());
            case ISSUE -> "/issues/view?issue=" + encoded(subject.name());
            case STAGE, EXHIBIT -> list(subject);
        };
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
