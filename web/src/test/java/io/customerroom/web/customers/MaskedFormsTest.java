package io.customerroom.web.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.persons.PersonWords;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Every field that a page lets somebody write into is a sentence and masked, or has a reason here to stay. A new field fails until somebody decides. */
class MaskedFormsTest {

    private static final Pattern FIELD = Pattern.compile("<(?:textarea|input)\\b[^>]*>");
    private static final Pattern NAME = Pattern.compile("(?<![-\\w])(?:th:)?name=\"([^\"]*)\"");
    private static final Pattern NO_TEXT = Pattern.compile(
            "type=\"(?:hidden|submit|checkbox|radio|date|number|password|file|time|month|datetime-local)\"");

    /** Accounts, and what colleagues answer for: names of staff by intention. */
    private static final Set<String> STAFF =
            Set.of("name", "displayName", "address", "owner", "team", "doer", "substitute", "code", "subject");

    /** Whom a row is about, by the id of a source or by the key; looked up and kept as the key. */
    private static final Set<String> WHO =
            Set.of("customer", "customers", "keptOut", "oneId", "oneSpace", "otherId", "otherSpace", "ids");

    /** Figures, days and periods, checked as such. */
    private static final Set<String> FIGURES = Set.of(
            "value",
            "n",
            "standard",
            "minN",
            "runLength",
            "level",
            "count",
            "period",
            "expected",
            "minutes",
            "month",
            "hour",
            "grace",
            "dueDay",
            "days",
            "rate",
            "cost",
            "most",
            "known",
            "boxes",
            "cost-of-sales-percent",
            "came-anyway-percent",
            "judged-after-days");

    /** Words of lists by which facts are grouped, and files of settings. */
    private static final Set<String> LISTS = Set.of(
            "segment",
            "segments",
            "stage",
            "contact",
            "measure",
            "unit",
            "site",
            "kind",
            "kinds",
            "issue",
            "currency",
            "activities",
            "company-wide",
            "behaviours",
            "desired",
            "not-desired",
            "departures-of",
            "department",
            "user",
            "environment",
            "table",
            "query",
            "yaml",
            "keep");

    /** Used at once and not kept: words to blacken; cells of a file, which the import masks. */
    private static final Set<String> NOT_KEPT = Set.of("black", "${'cell-' + cell.name()}");

    @Test
    void everyFieldOfEveryPageHasADecision() {
        SortedMap<String, String> undecided = new TreeMap<>();
        Set<String> seen = new TreeSet<>();
        fields().forEach((field, page) -> {
            seen.add(field);
            boolean stays = Stream.of(STAFF, WHO, FIGURES, LISTS, NOT_KEPT).anyMatch(all -> all.contains(field));
            if (MaskedForms.SENTENCES.contains(field) == stays) {
                undecided.put(field, page);
            }
        });
        assertThat(undecided).isEmpty();
        assertThat(seen).hasSizeGreaterThan(60).containsAll(MaskedForms.SENTENCES);
        assertThat(seen).containsAll(MaskedForms.SENTENCES_AT.keySet());
    }

    @Test
    void whatIsTypedIsMaskedBeforeAnybodyReadsIt() throws Exception {
        HttpServletRequest read = sent("/promises/p1/move", "reason", "Ask eve@example.com, +49 555 0199123");

        assertThat(read.getParameter("reason")).isEqualTo("Ask [e-mail], [number]");
        assertThat(read.getParameterValues("reason")).containsExactly("Ask [e-mail], [number]");
        assertThat(read.getParameterMap().get("reason")).containsExactly("Ask [e-mail], [number]");
        assertThat(sent("/sign-in", "name", "eve@example.com").getParameter("name"))
                .isEqualTo("eve@example.com");
        assertThat(sent("/programmes", "name", "for eve@example.com").getParameter("name"))
                .isEqualTo("for [e-mail]");
    }

    private static HttpServletRequest sent(String path, String field, String value) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.addParameter(field, value);
        AtomicReference<HttpServletRequest> read = new AtomicReference<>();
        new MaskedForms(new StaticListableBeanFactory().getBeanProvider(PersonWords.class))
                .doFilter(
                        request,
                        new MockHttpServletResponse(),
                        (asked, answered) -> read.set((HttpServletRequest) asked));
        return read.get();
    }

    /** By name; with a page where each stands. */
    private static SortedMap<String, String> fields() {
        SortedMap<String, String> fields = new TreeMap<>();
        for (Path page : pages()) {
            Matcher field = FIELD.matcher(text(page));
            while (field.find()) {
                Matcher name = NAME.matcher(field.group());
                if (!NO_TEXT.matcher(field.group()).find() && name.find()) {
                    fields.put(name.group(1), page.toString());
                }
            }
        }
        return fields;
    }

    private static List<Path> pages() {
        try (Stream<Path> all = Files.walk(Path.of("src/main/resources/templates"))) {
            return all.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
