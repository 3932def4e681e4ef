package io.customerroom.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import io.customerroom.state.json.Json;
import io.customerroom.web.api.Pages.Page;
import io.customerroom.web.security.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    /** The description itself, and what speaks another system's language: guide/events.md. */
    private static final Set<String> NOT_DESCRIBED = Set.of("/api/v1/openapi.json", "/api/v1/events/batch");

    @Test
    void everyAddressForProgramsIsDescribedAndEveryDescriptionHasItsAddress() {
        Set<String> routes = Routes.all().stream()
                .map(route -> route.path())
                .filter(path -> path.startsWith("/api/") && !NOT_DESCRIBED.contains(path))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ApiBook.ENDPOINTS.stream().map(Endpoint::path)).containsExactlyInAnyOrderElementsOf(routes);
        assertThat(ApiBook.ENDPOINTS.stream().map(Endpoint::name)).doesNotHaveDuplicates();
    }

    @Test
    void theRightOfAnAddressIsThatOfTheTable() {
        String document = Json.write(OpenApi.document(ApiBook.ENDPOINTS));
        assertThat(document)
                .contains("\"openapi\":\"3.1.0\"")
                .contains("Needs the right to open the rows behind a figure.")
                .contains("Needs the right to read receipts and schedules.");
    }

    @Test
    void aShapeWritesWhatItDescribes() {
        Shape<String> shape = Shape.<String>of("Word", "A word.")
                .with("text", Shape.TEXT, "It.", Function.identity())
                .maybe(
                        "initial",
                        Shape.TEXT,
                        "Its first letter.",
                        it -> it.chars().mapToObj(Character::toString).findFirst());
        assertThat(Json.write(shape.all(List.of("ash", ""))))
                .isEqualTo("[{\"initial\":\"a\",\"text\":\"ash\"},{\"initial\":null,\"text\":\"\"}]");
        Schemas schemas = new Schemas();
        assertThat(schemas.reference(shape)).isEqualTo(Map.of("$ref", "#/components/schemas/Word"));
        assertThat(Json.write(schemas.named().get("Word"))).isEqualTo("""
                {"additionalProperties":false,"description":"A word.","properties":{\
                "initial":{"anyOf":[{"type":"string"},{"type":"null"}],"description":"Its first letter."},\
                "text":{"description":"It.","type":"string"}},"required":["text","initial"],"type":"object"}""");
    }

    @Test
    void aPageBeginsAfterTheItemOfItsCursorWhateverCameBefore() {
        Page<String> first = Pages.of(Map.of("limit", "2")).of(List.of("b", "c", "d"), Function.identity());
        assertThat(first.items()).containsExactly("b", "c");
        Pages second = Pages.of(Map.of("limit", "2", "cursor", first.next().orElseThrow()));
        assertThat(second.of(List.of("a", "b", "c", "d"), Function.identity()))
                .isEqualTo(new Page<>(List.of("d"), Optional.empty()));
    }

    @Test
    void aCursorOfAnotherListOrLedgerIsRefused() {
        Pages foreign = Pages.of(Map.of("cursor", Pages.cursor("z")));
        assertThatThrownBy(() -> foreign.of(List.of("a"), Function.identity()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("CURSOR_MALFORMED"));
        RowsFrom from = RowsFrom.of(Pages.of(Map.of("cursor", Pages.cursor("d1 100"))));
        from.mustBe("d1");
        assertThatThrownBy(() -> from.mustBe("d2"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("CURSOR_OUTDATED"));
    }
}
