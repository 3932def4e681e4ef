package io.customerroom.web.api;

import io.customerroom.web.api.Endpoint.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every address of the interface, in the order in which it is read. */
final class ApiBook {

    static final List<Parameter> VIEW = List.of(
            Parameter.query(
                    "period",
                    "2026-03, 2026-Q1, 2026, FY2026-Q1 or FY2026; without it the last whole month.",
                    "2026-03"),
            Parameter.query("grain", "month, quarter, year, fiscal-quarter or fiscal-year.", "month"),
            Parameter.query("segment", "Customers of this segment only.", "Household"),
            Parameter.query("site", "Customers of this site only.", "Northgate"),
            Parameter.query("through", "The last day that is counted; without it the ledger's.", "2026-03-31"),
            Parameter.query("known", "A day or moment: what was known by then is counted.", "2026-03-31T18:00:00Z"));

    private static final List<Parameter> PAGE = List.of(
            Parameter.query("limit", "Items of a page, 1 to 1000; without it 100.", "100"),
            Parameter.query("cursor", "What 'next' held in the page before.", "bTE"));

    private static final Parameter METRIC = Parameter.path("name", "As the list of metrics has it.", "customer-math");
    private static final Parameter PARTS = Parameter.query(
            "is.part",
            "Narrows to a part of the figure; instead of part any parameter or dimension of the metric.",
            "lost");

    static final List<Endpoint> ENDPOINTS = List.of(
            one("/api/v1/me", "readMe", "As whom the token acts, and how far it reaches", RoomShapes.ME),
            one("/api/v1/metrics/{name}", "readMetric", "A metric, described", LedgerShapes.METRIC, METRIC),
            list("/api/v1/metrics", "listMetrics", "Every metric", LedgerShapes.METRIC),
            new Endpoint(
                    "/api/v1/metrics/{name}/answer",
                    "askMetric",
                    "Its numbers for the year up to a period",
                    joined(
                            List.of(METRIC),
                            VIEW,
                            List.of(
                                    Parameter.query("by", "Splits by one of the metric's dimensions.", "segment"),
                                    PARTS),
                            PAGE),
                    LedgerShapes.ANSWER,
                    false),
            new Endpoint(
                    "/api/v1/metrics/{name}/rows",
                    "listRows",
                    "The customers and events behind its figure for a period",
                    joined(List.of(METRIC), VIEW, List.of(PARTS), PAGE),
                    LedgerShapes.ANSWER,
                    false),
            new Endpoint(
                    "/api/v1/walls/{number}",
                    "readWall",
                    "A wall",
                    joined(List.of(Parameter.path("number", "1 outcome, 2 issues, 3 operations.", "1")), VIEW),
                    LedgerShapes.WALL,
                    false),
            new Endpoint(
                    "/api/v1/walls/{number}/chapters/{chapter}",
                    "readChapter",
                    "A chapter behind a wall",
                    joined(
                            List.of(
                                    Parameter.path("number", "Of the wall.", "1"),
                                    Parameter.path("chapter", "As in the page's address.", "earning")),
                            VIEW),
                    LedgerShapes.WALL,
                    false),
            list("/api/v1/meetings", "listMeetings", "Meetings, the latest day first", RoomShapes.MEETING),
            one("/api/v1/meetings/{id}", "readMeeting", "A meeting", RoomShapes.MEETING, id("m1")),
            list(
                    "/api/v1/meetings/{id}/readings",
                    "listReadings",
                    "What a meeting froze, in hanging order",
                    RoomShapes.READING,
                    id("m1")),
            list("/api/v1/promises", "listPromises", "Promises in the order of giving", RoomShapes.PROMISE),
            one("/api/v1/promises/{id}", "readPromise", "A promise", RoomShapes.PROMISE, id("p1")),
            list("/api/v1/batches", "listBatches", "Receipts in order of arrival", LedgerShapes.BATCH),
            one("/api/v1/batches/{id}", "readBatch", "A receipt", LedgerShapes.BATCH, id("b0001")));

    private ApiBook() {}

    private static Endpoint one(String path, String name, String summary, Shape<?> answer, Parameter... parameters) {
        return new Endpoint(path, name, summary, List.of(parameters), answer, false);
    }

    private static Endpoint list(String path, String name, String summary, Shape<?> items, Parameter... parameters) {
        return new Endpoint(path, name, summary, joined(Arrays.asList(parameters), PAGE), items, true);
    }

    private static Parameter id(String example) {
        return Parameter.path("id", "As the list has it.", example);
    }

    @SafeVarargs
    private static List<Parameter> joined(List<Parameter>... parts) {
        List<Parameter> all = new ArrayList<>();
        Arrays.stream(parts).forEach(all::addAll);
        return all;
    }
}
