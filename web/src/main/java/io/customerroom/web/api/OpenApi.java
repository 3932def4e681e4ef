package io.customerroom.web.api;

import static io.customerroom.web.api.Schemas.object;

import io.customerroom.room.people.Right;
import io.customerroom.web.api.Endpoint.Parameter;
import io.customerroom.web.security.Route.Audience;
import io.customerroom.web.security.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;

/** The interface described as OpenAPI 3.1: addresses from the book, rights from the table of routes, objects from the shapes that write them. */
final class OpenApi {

    private static final String SECURITY = "token";

    private OpenApi() {}

    static Map<String, @Nullable Object> document(List<Endpoint> endpoints) {
        Schemas schemas = new Schemas();
        Map<String, @Nullable Object> paths = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            paths.put(endpoint.path(), object("get", operation(endpoint, schemas)));
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(schemas.named());
        all.put("Problem", problem());
        return object(
                "openapi",
                "3.1.0",
                "info",
                object(
                        "title",
                        "Customer Room",
                        "version",
                        "1",
                        "summary",
                        "Metrics, walls, meetings, promises and receipts",
                        "description",
                        "Send a token of the page Your account with every request. Amounts are exact and written as texts; days are those of the company's"
                                + " calendar. Lists come in pages. An answer carries an ETag; with If-None-Match an unchanged one is 304.",
                        "license",
                        object("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "servers",
                List.of(object("url", "/")),
                "security",
                List.of(object(SECURITY, List.of())),
                "paths",
                paths,
                "components",
                object(
                        "securitySchemes",
                        object(SECURITY, object("type", "http", "scheme", "bearer")),
                        "schemas",
                        all));
    }

    private static Map<String, @Nullable Object> operation(Endpoint endpoint, Schemas schemas) {
        Map<String, @Nullable Object> answer = schemas.reference(endpoint.answer());
        Map<String, @Nullable Object> responses = new LinkedHashMap<>();
        responses.put(
                "200",
                object(
                        "description",
                        "OK",
                        "headers",
                        object(
                                "ETag",
                                object("description", "Mark of the content.", "schema", object("type", "string"))),
                        "content",
                        object("application/json", object("schema", endpoint.paged() ? Sent.pageOf(answer) : answer))));
        responses.put("304", object("description", "Unchanged since the ETag of If-None-Match."));
        refused(responses, "400", "Something in the address is not accepted.");
        refused(responses, "401", "No token in use came with the request.");
        refused(responses, "403", "The token does not reach this address.");
        refused(responses, "404", "There is no such thing, or none within the reader's scope.");
        refused(responses, "405", "The address answers other methods, which the header Allow names.");
        refused(
                responses,
                "429",
                "More requests came than one person may send in a minute; Retry-After says how many seconds to wait.");
        refused(responses, "503", "The answer did not come in time; try again later.");
        return object(
                "operationId",
                endpoint.name(),
                "summary",
                endpoint.summary(),
                "description",
                "Needs the right to " + right(endpoint.path()) + ".",
                "parameters",
                endpoint.parameters().stream().map(OpenApi::parameter).toList(),
                "responses",
                responses);
    }

    private static void refused(Map<String, @Nullable Object> responses, String status, String description) {
        responses.put(
                status,
                object(
                        "description",
                        description,
                        "content",
                        object(
                                "application/problem+json",
                                object("schema", object("$ref", "#/components/schemas/Problem")))));
    }

    private static Map<String, @Nullable Object> parameter(Parameter parameter) {
        return object(
                "name",
                parameter.name(),
                "in",
                parameter.place(),
                "required",
                parameter.place().equals("path"),
                "description",
                parameter.description(),
                "schema",
                object("type", "string"),
                "example",
                parameter.example());
    }

    /** The right as the table of routes has it. */
    private static String right(String path) {
        Audience audience = Routes.of("GET", PathContainer.parsePath(path.replaceAll("\\{number}", "1")))
                .orElseThrow(() -> new IllegalStateException("no line in the table of routes for " + path))
                .audience();
        return switch (audience) {
            case Audience.Anybody anybody -> "nothing";
            case Audience.AnyAccount account -> "sign in";
            case Audience.Holders holders ->
                holders.rights().stream().sorted().map(Right::words).collect(Collectors.joining(" or to "));
        };
    }

    private static Map<String, @Nullable Object> problem() {
        List<String> texts = List.of("type", "title", "code", "detail", "next");
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        texts.forEach(name -> properties.put(name, object("type", "string")));
        properties.put("status", object("type", "integer"));
        List<String> required = new ArrayList<>(texts);
        required.add("status");
        return object(
                "type",
                "object",
                "description",
                "What a program is told instead of an answer (RFC 9457): code is stable, next says what would be accepted.",
                "properties",
                properties,
                "required",
                required);
    }
}
