package io.customerroom.web.artefacts;

import io.customerroom.room.artefacts.Artefact;
import io.customerroom.room.artefacts.Kind;
import io.customerroom.room.artefacts.Reach;
import io.customerroom.web.CompanyFace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An artefact as it hangs on a page, small.
 *
 * @param title says what became of it where nothing of it may be seen
 * @param text the beginning of a quote, or what is to be seen or heard
 * @param small where the small picture is; empty where there is none
 * @param source where from and when; may be empty
 * @param paper whether it may be printed
 * @param note who alone sees it so far; empty for everyone
 * @param gone withdrawn or erased
 */
public record ArtefactCard(
        String id,
        String href,
        String kind,
        String title,
        String text,
        String small,
        String source,
        boolean quote,
        boolean paper,
        String note,
        boolean gone) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final int EXCERPT = 220;

    static ArtefactCard of(Artefact artefact, CompanyFace company) {
        Optional<Artefact.Words> words = artefact.words();
        boolean pictured = words.isPresent()
                && artefact.stored().flatMap(Artefact.Stored::small).isPresent();
        return new ArtefactCard(
                artefact.id(),
                "/artefacts/" + artefact.id(),
                artefact.kind().id(),
                words.map(Artefact.Words::title).orElseGet(() -> gone(artefact, company)),
                words.map(it -> excerpt(it.text())).orElse(""),
                pictured ? "/artefacts/" + artefact.id() + "/small" : "",
                words.map(ArtefactCard::source).orElse(""),
                artefact.kind() == Kind.QUOTE || artefact.kind() == Kind.TESTIMONY,
                artefact.printable(),
                artefact.awaited() ? "Consent is asked for: only those who hang artefacts see it." : "",
                words.isEmpty());
    }

    /** With a text of its own file. */
    ArtefactCard saying(String words) {
        return new ArtefactCard(id, href, kind, title, excerpt(words), small, source, quote, paper, note, gone);
    }

    /** Under another address for its small picture: displays have no session. */
    ArtefactCard at(String base) {
        return new ArtefactCard(
                id, href, kind, title, text, small.isEmpty() ? "" : base + id, source, quote, paper, note, gone);
    }

    /** {@code Quote, withdrawn on 4 Jun 2026}. */
    static String gone(Artefact artefact, CompanyFace company) {
        String kind = artefact.kind().id();
        String word = Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
        return artefact.erasure()
                .map(erasure -> word + ", erased on " + day(erasure.at(), company))
                .orElseGet(() -> artefact.consent().reach() == Reach.WITHDRAWN
                        ? word + ", withdrawn on " + day(artefact.consent().at(), company)
                        : word);
    }

    /** Where from and when, as far as it is said. */
    static String source(Artefact.Words words) {
        return Stream.of(words.source(), words.day().map(ArtefactCard::day).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String day(Instant moment, CompanyFace company) {
        ZoneId zone = company.calendar().zone();
        return DAY.format(moment.atZone(zone));
    }

    private static String excerpt(String text) {
        if (text.length() <= EXCERPT) {
            return text;
        }
        int end = text.lastIndexOf(' ', EXCERPT);
        return text.substring(0, end < EXCERPT / 2 ? EXCERPT : end) + " …";
    }
}
