package io.customerroom.web.api;

import io.customerroom.web.api.Shape.Field;
import io.customerroom.web.api.Shape.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shapes as JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
final class Schemas {

    private final SortedMap<String, Map<String, @Nullable Object>> named = new TreeMap<>();

    /** A reference to the shape's schema, which is kept with those it refers to. */
    Map<String, @Nullable Object> reference(Shape<?> shape) {
        if (!named.containsKey(shape.name())) {
            named.put(shape.name(), Map.of());
            named.put(shape.name(), object(shape));
        }
        return object("$ref", "#/components/schemas/" + shape.name());
    }

    /** Every schema referred to so far, by name. */
    Map<String, Map<String, @Nullable Object>> named() {
        return new LinkedHashMap<>(named);
    }

    private <T> Map<String, @Nullable Object> object(Shape<T> shape) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        for (Field<T> field : shape.fields()) {
            Map<String, @Nullable Object> schema = new LinkedHashMap<>(of(field.type(), field.optional()));
            schema.put("description", field.description());
            properties.put(field.name(), schema);
        }
        Map<String, @Nullable Object> schema = object("type", "object");
        schema.put("description", shape.description());
        schema.put("properties", properties);
        schema.put("required", shape.fields().stream().map(Field::name).toList());
        schema.put("additionalProperties", false);
        return schema;
    }

    Map<String, @Nullable Object> of(Type type, boolean optional) {
        Map<String, @Nullable Object> schema =
                switch (type) {
                    case Type.Plain plain -> plain(plain);
                    case Type.Word word -> object("type", "string", "enum", word.words());
                    case Type.ListOf list -> object("type", "array", "items", of(list.item(), false));
                    case Type.Of other -> reference(other.shape());
                    case Type.MapOf map -> object("type", "object", "additionalProperties", of(map.value(), false));
                    case Type.Cell cell -> object("type", List.of("string", "integer", "boolean", "null"));
                };
        return optional ? orNull(schema) : schema;
    }

    private static Map<String, @Nullable Object> plain(Type.Plain plain) {
        Map<String, @Nullable Object> schema = object("type", plain.form());
        if (!plain.format().isEmpty()) {
            schema.put("format", plain.format());
        }
        return schema;
    }

    private static Map<String, @Nullable Object> orNull(Map<String, @Nullable Object> schema) {
        return object("anyOf", List.of(schema, object("type", "null")));
    }

    /** Names and values in turn. */
    static Map<String, @Nullable Object> object(@Nullable Object... pairs) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return object;
    }
}
