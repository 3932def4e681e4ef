package io.customerroom.web.api;

import io.customerroom.state.Hash;
import io.customerroom.state.json.Json;
import io.customerroom.web.api.Pages.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with the mark of their content: who has them already and sends the mark gets {@code 304 Not Modified}, which Spring sees to. */
final class Sent {

    private static final int MARK = 32;

    private Sent() {}

    static <T> ResponseEntity<byte[]> one(Shape<T> shape, T value) {
        return json(shape.write(value));
    }

    static <T> ResponseEntity<byte[]> page(Shape<T> shape, Page<T> page) {
        return json(Schemas.object("items", shape.all(page.items()), "next", page.next()));
    }

    static ResponseEntity<byte[]> json(Map<String, @Nullable Object> object) {
        String text = Json.write(object);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + Hash.of(text).substring(0, MARK) + "\"")
                .varyBy("Authorization")
                .contentType(MediaType.APPLICATION_JSON)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The schema of a page whose items are of a shape. */
    static Map<String, @Nullable Object> pageOf(Map<String, @Nullable Object> items) {
        return Schemas.object(
                "type",
                "object",
                "properties",
                Schemas.object(
                        "items",
                        Schemas.object("type", "array", "items", items),
                        "next",
                        Schemas.object(
                                "type",
                                List.of("string", "null"),
                                "description",
                                "Send it as cursor for the next page; null on the last one.")),
                "required",
                List.of("items", "next"),
                "additionalProperties",
                false);
    }
}
