package io.customerroom.web.forum;

import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.promises.FrozenLevel;
import io.customerroom.room.promises.Judgement;
import io.customerroom.room.promises.Promise;

/**
 * What the frozen walls say about a promise, in words.
 *
 * @param verdict in a word or two
 * @param href of the frozen exhibit; empty where there is none
 * @param linkable whether the reading can stand as evidence
 */
record Judged(String verdict, String css, String sentence, String href, boolean linkable) {

    static Judged of(Promise promise, Judgement judgement, Meetings meetings, Words words) {
        return switch (judgement) {
            case Judgement.NoFigure none ->
                new Judged("", "", "No figure was named when it was given, so people judge it alone.", "", false);
            case Judgement.NotYet notYet ->
                notYet.latest()
                        .map(level -> new Judged(
                                "So far",
                                "",
                                "%s reads %s; no frozen wall reaches %s yet."
                                        .formatted(
                                                wall(level, meetings, words),
                                                Words.number(level.value()),
                                                words.day(promise.due())),
                                href(level),
                                false))
                        .orElseGet(() -> new Judged(
                                "",
                                "",
                                "No wall frozen since reaches %s yet.".formatted(words.day(promise.due())),
                                "",
                                false));
            case Judgement.Unreadable gone ->
                new Judged(
                        "",
                        "",
                        "The wall of %s does not say this figure."
                                .formatted(words.meeting(meetings.require(gone.meeting()))),
                        "",
                        false);
            case Judgement.Read read ->
                new Judged(
                        read.met() ? "Reached." : "Not reached.",
                        read.met() ? "holds" : "breach",
                        "%s reads %s; promised was %s by %s."
                                .formatted(
                                        wall(read.level(), meetings, words),
                                        Words.number(read.level().value()),
                                        promise.level().words(),
                                        words.day(promise.due())),
                        href(read.level()),
                        true);
        };
    }

    private static String wall(FrozenLevel level, Meetings meetings, Words words) {
        return "The frozen wall of " + words.meeting(meetings.require(level.meeting()));
    }

    private static String href(FrozenLevel level) {
        return "/meetings/%s/exhibits/%s".formatted(level.meeting(), level.exhibit());
    }
}
