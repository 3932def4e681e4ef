package io.customerroom.ledger.imports.source;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON objects as cells by name. A part of a nested object is called {@code whole.part}; a list stays text as it is written in JSON; null, and a name
 * that is not there, are nothing; numbers keep their digits.
 */
public final class JsonObjects {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_NUMBER = 1_000;

    private final JsonFactory factory;
    private final Limits limits;

    public JsonObjects(Limits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(limits.fieldBytes())
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** What was read of one line: cells, or why there are none. */
    record Read(Map<String, String> cells, @Nullable String fault) {

        static Read fault(String why) {
            return new Read(Map.of(), why);
        }
    }

    /** One object that fills the whole text. The reason says a place and quotes nothing. */
    Read line(byte[] bytes, int from, int to) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Read.fault("the line is no JSON object in braces");
            }
            Map<String, String> cells = new LinkedHashMap<>();
            fill(parser, "", cells);
            if (parser.nextToken() != null) {
                return Read.fault("something follows the object on its line");
            }
            return new Read(cells, null);
        } catch (Repeated e) {
            return Read.fault("the object says two things under one name");
        } catch (JacksonException e) {
            return Read.fault("the line is no valid JSON from character %d on"
                    .formatted(
                            e.getLocation() == null
                                    ? 1
                                    : Math.max(1, e.getLocation().getColumnNr())));
        }
    }

    JsonParser parser(java.io.InputStream in) {
        return factory.createParser(ObjectReadContext.empty(), in);
    }

    /** The object that has just begun. */
    Map<String, String> object(JsonParser parser) {
        Map<String, String> cells = new LinkedHashMap<>();
        fill(parser, "", cells);
        return cells;
    }

    private void fill(JsonParser parser, String prefix, Map<String, String> cells) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                fill(parser, name + ".", cells);
                continue;
            }
            String text = value == JsonToken.START_ARRAY ? written(parser) : parser.getString();
            if (value != JsonToken.VALUE_NULL && cells.put(name, text) != null) {
                throw new Repeated();
            }
            if (cells.size() > limits.columns()) {
                throw Rejection.tooManyColumns(parser.currentLocation().getLineNr(), limits);
            }
        }
    }

    private String written(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    /** {@code {"a.b": 1, "a": {"b": 2}}}. */
    static final class Repeated extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
