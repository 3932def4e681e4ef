package io.customerroom.web.api;

import java.util.List;

/**
 * One address of the interface, as it is described. That it exists, and who may ask it, is compared with the controllers and the table of routes.
 *
 * @param path with its variables in braces
 * @param name of the operation, unique
 * @param answer the shape of the answer, or of its items
 * @param paged whether the answer is a page of items with a cursor
 */
record Endpoint(String path, String name, String summary, List<Parameter> parameters, Shape<?> answer, boolean paged) {

    /** @param place {@code path} or {@code query} */
    record Parameter(String name, String place, String description, String example) {

        static Parameter path(String name, String description, String example) {
            return new Parameter(name, "path", description, example);
        }

        static Parameter query(String name, String description, String example) {
            return new Parameter(name, "query", description, example);
        }
    }

    Endpoint {
        parameters = List.copyOf(parameters);
    }
}
