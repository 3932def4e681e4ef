package io.customerroom.state;

import io.customerroom.kernel.Authorship;
import io.customerroom.state.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail: what happened, when, by whom and why. It is never changed and never removed.
 *
 * @param number from 1, without gaps
 * @param event past tense, lower case, hyphens: {@code meeting-opened}
 * @param subject id of what it happened to
 * @param details canonical JSON object
 * @param hash SHA-256 over the former entry's hash and every other component, in hexadecimal
 */
public record TrailEntry(
        long number, Instant moment, Authorship by, String event, String subject, String details, String hash) {

    /** The former hash of the first entry. */
    static final String BEGINNING = "0".repeat(64);

    /** What the change made of it; empty where nothing changed but the trail, and in entries from before changes told it. */
    public Optional<Change> change() {
        Map<String, @Nullable Object> told = Json.readObject(details);
        Object was = told.getOrDefault(Change.WAS, Change.NOTHING);
        Object is = told.getOrDefault(Change.IS, Change.NOTHING);
        return told.containsKey(Change.WAS) || told.containsKey(Change.IS)
                ? Optional.of(new Change(String.valueOf(was), String.valueOf(is)))
                : Optional.empty();
    }

    /** What the hash of this entry has to be after an entry with the given hash. */
    String hashAfter(String former) {
        return hash(former, number, moment, by, event, subject, details);
    }

    static String hash(
            String former, long number, Instant moment, Authorship by, String event, String subject, String details) {
        return hash(former, number, StoredText.of(moment), by, event, subject, details);
    }

    /** Every field goes in with its length, so that no text can slide from one field into the next. */
    static String hash(
            String former, long number, String moment, Authorship by, String event, String subject, String details) {
        MessageDigest digest = Hash.sha256();
        List<String> fields = List.of(
                former,
                Long.toString(number),
                moment,
                by.actor(),
                by.via(),
                by.reason(),
                by.request(),
                event,
                subject,
                details);
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return Hash.hex(digest);
    }
}
