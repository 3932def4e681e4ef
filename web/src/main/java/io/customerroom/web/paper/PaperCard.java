package io.customerroom.web.paper;

import java.util.Optional;

/**
 * What a customer said or sent, as paper takes it.
 *
 * @param about what it hangs beside: {@code Contact delivery}
 * @param title says what became of it where nothing of it may stand on paper
 * @param text a quote, or what is to be seen or heard; may be empty
 * @param source where from and when; may be empty
 * @param quote whether the text is the customer's own
 * @param picture as JPEG
 */
public record PaperCard(String about, String title, String text, String source, boolean quote, Optional<Jpeg> picture) {

    /** The bytes of a picture that the program wrote itself. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Jpeg(byte[] bytes) {}
}
