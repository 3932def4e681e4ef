package io.customerroom.acceptance.walls;

import io.customerroom.state.json.Json;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI document, and whether answers are as it says. It understands the words of JSON Schema that the document uses, and fails at any other: slow and
 * obvious, and nothing of the code that wrote the document.
 */
final class Described {

    private static final Set<String> KNOWN = Set.of(
            "$ref",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "enum",
            "anyOf",
            "format",
            "description");

    private final Map<String, @Nullable Object> document;

    Described(String document) {
        this.document = Json.readObject(document);
    }

    /** @param example of every path variable and query parameter */
    record Operation(
            String path,
            String name,
            Map<String, String> example,
            List<String> inPath,
            Map<String, @Nullable Object> schema) {}

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        object(document.get("paths"))
                .forEach((path, verbs) -> object(verbs).forEach((verb, said) -> {
                    Map<String, @Nullable Object> operation = object(said);
                    Map<String, String> examples = new LinkedHashMap<>();
                    List<String> inPath = new ArrayList<>();
                    for (Object parameter : list(operation.get("parameters"))) {
                        Map<String, @Nullable Object> one = object(parameter);
                        String name = String.valueOf(one.get("name"));
                        examples.put(name, String.valueOf(one.get("example")));
                        if ("path".equals(one.get("in"))) {
                            inPath.add(name);
                        }
                    }
                    Map<String, @Nullable Object> ok =
                            object(object(operation.get("responses")).get("200"));
                    Map<String, @Nullable Object> schema =
                            object(object(object(ok.get("content")).get("application/json"))
                                    .get("schema"));
                    operations.add(new Operation(
                            path, String.valueOf(operation.get("operationId")), examples, inPath, schema));
                }));
        return operations;
    }

    /** What of a problem's answer is not as it is described. */
    List<String> faultsOfProblem(String body) {
        return faults(Json.read(body), "#/components/schemas/Problem");
    }

    List<String> faults(String body, Operation operation) {
        List<String> faults = new ArrayList<>();
        check(Json.read(body), operation.schema(), operation.name(), faults);
        return faults;
    }

    private List<String> faults(@Nullable Object value, String reference) {
        List<String> faults = new ArrayList<>();
        check(value, Map.of("$ref", reference), reference, faults);
        return faults;
    }

    private void check(@Nullable Object value, Map<String, @Nullable Object> schema, String at, List<String> faults) {
        if (!KNOWN.containsAll(schema.keySet())) {
            faults.add(at + ": the schema says more than is understood here: " + schema.keySet());
        }
        if (schema.get("$ref") instanceof String reference) {
            check(value, resolved(reference), at, faults);
            return;
        }
        if (schema.get("anyOf") instanceof List<?> choices) {
            boolean fits = choices.stream().anyMatch(choice -> {
                List<String> none = new ArrayList<>();
                check(value, object(choice), at, none);
                return none.isEmpty();
            });
            if (!fits) {
                faults.add(at + ": fits none of " + choices);
            }
            return;
        }
        if (!types(schema.get("type")).contains(type(value))) {
            faults.add(at + ": is " + type(value) + ", said was " + schema.get("type"));
            return;
        }
        if (schema.get("enum") instanceof List<?> words && !words.contains(value)) {
            faults.add(at + ": " + value + " is none of " + words);
        }
        if (value instanceof String text && schema.get("format") instanceof String format && !formed(text, format)) {
            faults.add(at + ": '" + text + "' is no " + format);
        }
        if (value instanceof List<?> items && schema.containsKey("items")) {
            items.forEach(item -> check(item, object(schema.get("items")), at + "[]", faults));
        }
        if (value instanceof Map<?, ?> map) {
            checkObject(object(map), schema, at, faults);
        }
    }

    private void checkObject(
            Map<String, @Nullable Object> value, Map<String, @Nullable Object> schema, String at, List<String> faults) {
        Map<String, @Nullable Object> properties =
                schema.containsKey("properties") ? object(schema.get("properties")) : Map.of();
        (schema.get("required") instanceof List<?> names ? names : List.of())
                .stream().filter(name -> !value.containsKey(name)).forEach(name -> faults.add(at + ": lacks " + name));
        value.forEach((name, inside) -> {
            if (properties.containsKey(name)) {
                check(inside, object(properties.get(name)), at + "." + name, faults);
            } else if (schema.get("additionalProperties") instanceof Map<?, ?> other) {
                check(inside, object(other), at + "." + name, faults);
            } else {
                faults.add(at + ": has " + name + ", which was not said");
            }
        });
    }

    private Map<String, @Nullable Object> resolved(String reference) {
        Map<String, @Nullable Object> found = document;
        for (String step : reference.substring(2).split("/")) {
            found = object(found.get(step));
        }
        return found;
    }

    private static boolean formed(String text, String format) {
        try {
            switch (format) {
                case "date" -> LocalDate.parse(text);
                case "date-time" -> OffsetDateTime.parse(text);
                case "decimal" -> new java.math.BigDecimal(text);
                default -> throw new IllegalArgumentException(format);
            }
            return true;
        } catch (java.time.DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    private static List<?> types(@Nullable Object said) {
        return said instanceof List<?> many ? many : List.of(String.valueOf(said));
    }

    private static String type(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "string";
            case Boolean truth -> "boolean";
            case List<?> many -> "array";
            case Map<?, ?> map -> "object";
            default -> "integer";
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new AssertionError("an object was expected, but was " + value);
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> many) {
            return many;
        }
        throw new AssertionError("a list was expected, but was " + value);
    }
}
