package io.customerroom.demo.truth;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Records, lists, numbers and yes or no; everything else as text. Texts here hold no control characters. */
final class Json {

    private Json() {}

    static String of(Object value) {
        return switch (value) {
            case Record record ->
                Arrays.stream(record.getClass().getRecordComponents())
                        .map(component -> text(component.getName()) + ": " + of(read(record, component)))
                        .collect(Collectors.joining(",\n", "{\n", "\n}"));
            case List<?> list -> list.stream().map(Json::of).collect(Collectors.joining(", ", "[", "]"));
            case Number number -> number.toString();
            case Boolean yes -> yes.toString();
            default -> text(value);
        };
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record with public components was expected", e);
        }
    }

    private static String text(Object value) {
        return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
