package io.customerroom.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of thing is written as JSON. The same fields make the object and its schema, so what is described is what is sent. Every field is always
 * there; one that may hold nothing is {@code null}. Exact numbers are texts, so that no reader rounds them.
 *
 * @param <T> what is written
 * @param name of the schema: {@code Promise}
 * @param description in a sentence
 */
record Shape<T>(String name, String description, List<Field<T>> fields) {

    /**
     * @param optional whether it may be null
     * @param type what stands there
     */
    record Field<T>(
            String name, String description, Type type, boolean optional, Function<T, @Nullable Object> value) {}

    /** What can stand in a field. */
    sealed interface Type {

        /** @param form {@code string}, {@code integer} or {@code boolean}; @param format of JSON Schema, or empty */
        record Plain(String form, String format) implements Type {}

        /** One of these words. */
        record Word(List<String> words) implements Type {}

        record ListOf(Type item) implements Type {}

        /** An object of another shape. */
        record Of(Shape<?> shape) implements Type {}

        /** Texts by keys that are not known before. */
        record MapOf(Type value) implements Type {}

        /** Whatever a cell of a table holds: text, whole number, truth or null. */
        record Cell() implements Type {}
    }

    static final Type TEXT = new Type.Plain("string", "");
    static final Type EXACT = new Type.Plain("string", "decimal");
    static final Type DAY = new Type.Plain("string", "date");
    static final Type MOMENT = new Type.Plain("string", "date-time");
    static final Type WHOLE = new Type.Plain("integer", "int64");
    static final Type TRUTH = new Type.Plain("boolean", "");

    Shape {
        fields = List.copyOf(fields);
    }

    static <T> Shape<T> of(String name, String description) {
        return new Shape<>(name, description, List.of());
    }

    Shape<T> with(String field, Type type, String described, Function<T, ?> value) {
        return added(field, type, described, false, value::apply);
    }

    Shape<T> maybe(String field, Type type, String described, Function<T, Optional<?>> value) {
        return added(field, type, described, true, it -> value.apply(it).orElse(null));
    }

    private Shape<T> added(
            String field, Type type, String described, boolean optional, Function<T, @Nullable Object> value) {
        List<Field<T>> more = new ArrayList<>(fields);
        more.add(new Field<>(field, described, type, optional, value));
        return new Shape<>(name, description, more);
    }

    /** The object, with every field. */
    Map<String, @Nullable Object> write(T value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        fields.forEach(field -> object.put(field.name(), field.value().apply(value)));
        return object;
    }

    List<Map<String, @Nullable Object>> all(List<T> values) {
        return values.stream().map(this::write).toList();
    }
}
