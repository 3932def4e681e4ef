package io.customerroom.room.artefacts;

import io.customerroom.kernel.CustomerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An artefact as somebody brings it, before it is masked and redacted.
 *
 * @param words the quote itself, or what is to be seen or heard: those who cannot see or hear it read this instead
 * @param source where it comes from, without a name
 * @param day on which it came into being
 * @param customer whom it is from; erased together with them
 * @param file as it was sent; its name and the type it claims are not asked
 * @param redaction what is hidden before anything is kept
 */
public record Draft(
        Kind kind,
        String title,
        String words,
        String source,
        Optional<LocalDate> day,
        Subject about,
        Optional<CustomerId> customer,
        Consent.Given consent,
        Optional<Sent> file,
        Redaction redaction) {

    /** The bytes of a file. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Sent(byte[] bytes) {}

    /**
     * What is hidden.
     *
     * @param words whole words and phrases that are blackened wherever they stand in the texts; they are not kept
     * @param boxes rectangles that are drawn into the picture
     * @param cleaned that somebody has removed what is personal from a document or a recording, which the program cannot look into
     */
    public record Redaction(List<String> words, List<BlackBox> boxes, boolean cleaned) {

        public static final Redaction NONE = new Redaction(List.of(), List.of(), false);

        public Redaction {
            words = words.stream()
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .distinct()
                    .toList();
            boxes = List.copyOf(boxes);
        }
    }
}
