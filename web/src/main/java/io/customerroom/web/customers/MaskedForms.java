package io.customerroom.web.customers;

import io.customerroom.ledger.persons.PersonWords;
import io.customerroom.ledger.persons.TextMask;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hides in every sentence that a form brings whom it speaks of, before any controller reads it: e-mail addresses, telephone, card and account numbers, names of
 * {@code names.txt}, and what customers are called. The state store and the trail keep such sentences for good. What is no sentence (ids, accounts, figures, days) stays.
 */
@Component
public final class MaskedForms extends OncePerRequestFilter {

    /** Fields that hold sentences, on whatever page. */
    static final Set<String> SENTENCES = Set.of(
            "decision",
            "evidence",
            "found",
            "giver",
            "how",
            "keeps",
            "lot",
            "note",
            "notes",
            "place",
            "purpose",
            "reason",
            "source",
            "step",
            "system",
            "title",
            "when",
            "why",
            "words");

    /** Fields that hold sentences behind some addresses, and other things behind others. */
    static final Map<String, String> SENTENCES_AT = Map.of("name", "/programmes", "issue", "/losses");

    private final ObjectProvider<PersonWords> words;

    MaskedForms(ObjectProvider<PersonWords> words) {
        this.words = words;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean form =
                request.getMethod().equals("POST") && !request.getRequestURI().startsWith("/api/");
        chain.doFilter(form ? new Masked(request, this::masked) : request, response);
    }

    private String masked(String text) {
        PersonWords known = words.getIfAvailable();
        return known == null ? TextMask.mask(text) : known.masked(text);
    }

    /** Whether a field of a form holds a sentence; public for what fills forms in tests of the whole. */
    public static boolean isSentence(String field, String path) {
        return SENTENCES.contains(field)
                || SENTENCES_AT.containsKey(field)
                        && (path + "/").startsWith(SENTENCES_AT.getOrDefault(field, "") + "/");
    }

    /** The request with its sentences masked, each once. */
    private static final class Masked extends HttpServletRequestWrapper {

        private final UnaryOperator<String> mask;
        private final Map<String, String> done = new LinkedHashMap<>();

        Masked(HttpServletRequest request, UnaryOperator<String> mask) {
            super(request);
            this.mask = mask;
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : masked(name, value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null
                    ? null
                    : Arrays.stream(values).map(value -> masked(name, value)).toArray(String[]::new);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>();
            super.getParameterMap()
                    .forEach((name, values) -> all.put(
                            name,
                            Arrays.stream(values)
                                    .map(value -> masked(name, value))
                                    .toArray(String[]::new)));
            return all;
        }

        private String masked(String name, String value) {
            if (value.isBlank() || !isSentence(name, getRequestURI()) || blackened()) {
                return value;
            }
            return done.computeIfAbsent(value, mask);
        }

        /** Somebody marks words to be hidden: they are looked for in the sentences as they were typed, and numbers are masked behind that. */
        private boolean blackened() {
            String marked = super.getParameter("black");
            return marked != null && !marked.isBlank();
        }
    }
}
