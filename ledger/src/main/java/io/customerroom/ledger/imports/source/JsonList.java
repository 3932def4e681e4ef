package io.customerroom.ledger.imports.source;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/** One list of objects, over as many lines as it likes. Where it breaks off, no next object can be found: the file is refused. */
final class JsonList implements JsonFiles.Objects {

    private final InputStream in;
    private final SourceFile file;
    private final JsonObjects objects;
    private final JsonParser parser;
    private long number;

    JsonList(InputStream in, SourceFile file, Limits limits) {
        this.in = in;
        this.file = file;
        this.objects = new JsonObjects(limits);
        this.parser = objects.parser(in);
        parser.nextToken();
    }

    @Override
    public JsonObjects.@Nullable Read next() throws IOException {
        number++;
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                if (parser.nextToken() != null) {
                    throw broken();
                }
                return null;
            }
            if (token == null) {
                throw broken();
            }
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return JsonObjects.Read.fault("the value in the list is no object in braces");
            }
            return new JsonObjects.Read(objects.object(parser), null);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException | JsonObjects.Repeated e) {
            throw broken();
        }
    }

    private Failure broken() {
        return Failure.yours(
                "JSON_DAMAGED",
                "'%s' is no valid JSON in value %d of its list, near line %d."
                        .formatted(
                                file.name(),
                                number,
                                Math.max(1, parser.currentLocation().getLineNr())),
                "Export it again, or write one object per line: then only the faulty line is set aside.");
    }

    @Override
    public String raw() {
        return "";
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
