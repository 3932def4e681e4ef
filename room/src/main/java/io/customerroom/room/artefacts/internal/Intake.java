package io.customerroom.room.artefacts.internal;

import io.customerroom.kernel.Failure;
import io.customerroom.room.artefacts.Artefact.Words;
import io.customerroom.room.artefacts.Consent;
import io.customerroom.room.artefacts.Draft;
import io.customerroom.room.artefacts.Draft.Redaction;
import io.customerroom.room.artefacts.FileType;
import io.customerroom.room.artefacts.Kind;
import io.customerroom.room.text.Typed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a draft when everything has been hidden that is to be hidden: the only form in which anything is kept.
 *
 * @param words of the artefact
 * @param giver who gave consent
 */
record Intake(Words words, Consent.Given consent, Optional<Taken> file) {

    private static final int TITLE = 120;
    private static final int SOURCE = 200;
    private static final int LONGEST_TEXT = 200_000;

    /** A file as it is kept. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Taken(FileType type, byte[] bytes, Optional<byte[]> small) {}

    /** Refused: see {@link io.customerroom.room.artefacts.Artefacts#hang}. */
    static Intake of(Draft draft) {
        Blackener blackener = new Blackener(draft.redaction().words());
        Words words = new Words(
                blackener.hide(Typed.required(draft.title(), TITLE, "TITLE_MISSING", "An artefact needs a title.")),
                blackener.hide(Typed.optional(draft.words(), Typed.LONG)),
                blackener.hide(Typed.optional(draft.source(), SOURCE)),
                draft.day());
        Consent.Given consent = new Consent.Given(
                draft.consent().reach(),
                blackener.hide(draft.consent().giver()),
                draft.consent().day(),
                draft.consent().until());
        Optional<Taken> file = draft.file().map(sent -> take(sent.bytes(), draft.redaction(), blackener));
        blackener.requireAllFound();
        complete(draft.kind(), words, file);
        return new Intake(words, consent, file);
    }

    private static void complete(Kind kind, Words words, Optional<Taken> file) {
        if (!words.text().isEmpty()) {
            return;
        }
        if (kind == Kind.QUOTE || kind == Kind.TESTIMONY || file.isEmpty()) {
            throw Failure.yours(
                    "WORDS_MISSING",
                    "There is nothing to hang up yet.",
                    "Write the customer's words, or choose a file and say what it shows.");
        }
        FileType type = file.get().type();
        if (type.inline()) {
            throw Failure.yours(
                    "WORDS_MISSING",
                    "It is not said what is to be %s."
                            .formatted(type.picture() ? "seen in the picture" : "heard in the recording"),
                    "Say it in a sentence or two: not everybody can see or hear it.");
        }
    }

    private static Taken take(byte[] bytes, Redaction redaction, Blackener blackener) {
        FileType type = Magic.of(bytes);
        if (!redaction.boxes().isEmpty() && !type.picture()) {
            throw Failure.yours(
                    "BOX_WITHOUT_PICTURE",
                    "Rectangles are drawn into pictures, and this is none.",
                    "Remove the rectangles, or send a picture of the page.");
        }
        return switch (type) {
            case PNG, JPEG -> picture(type, bytes, redaction);
            case TEXT -> new Taken(type, text(bytes, blackener), Optional.empty());
            case PDF -> new Taken(type, cleaned(bytes, redaction), Optional.empty());
            case MP3 -> new Taken(type, Mp3.withoutTags(cleaned(bytes, redaction)), Optional.empty());
            case WAV -> new Taken(type, Wav.rebuilt(cleaned(bytes, redaction)), Optional.empty());
            case OGG -> new Taken(type, cleaned(bytes, redaction), Optional.empty());
        };
    }

    private static Taken picture(FileType type, byte[] bytes, Redaction redaction) {
        Pictures.Taken picture = Pictures.take(type, bytes, redaction.boxes());
        return new Taken(type, picture.whole(), Optional.of(picture.small()));
    }

    private static byte[] text(byte[] bytes, Blackener blackener) {
        String text = Magic.text(bytes).orElse("");
        if (text.length() > LONGEST_TEXT) {
            throw Failure.yours(
                    "TEXT_TOO_LONG",
                    "The text has %d characters.".formatted(text.length()),
                    "Send at most %d: the part that matters.".formatted(LONGEST_TEXT));
        }
        return blackener.hide(text).getBytes(StandardCharsets.UTF_8);
    }

    /** The program cannot look into these; somebody must have. */
    private static byte[] cleaned(byte[] bytes, Redaction redaction) {
        if (!redaction.cleaned()) {
            throw Failure.yours(
                    "FILE_NOT_CLEANED",
                    "Nobody has said that the document or recording is free of what is personal.",
                    "Remove names, addresses and numbers from it and say so below; or send a picture of the page and draw"
                            + " rectangles over them.");
        }
        return bytes;
    }

    /** Everything that is kept, for the fingerprint. */
    List<String> said() {
        return List.of(
                words.title(),
                words.text(),
                words.source(),
                words.day().map(String::valueOf).orElse(""));
    }
}
