package io.customerroom.web.api;

import io.customerroom.kernel.Failure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Refuses words behind the question mark that the description of an address does not have, and those that stand there twice: a misspelt {@code perod} would be answered for another period. */
@Configuration(proxyBeanMethods = false)
class AskedWords implements WebMvcConfigurer {

    /** Stands in the description for any word that begins so. */
    private static final String PART = "is.";

    private static final String SAYABLE = "[A-Za-z0-9._-]{1,40}";

    private static final List<Taken> TAKEN =
            ApiBook.ENDPOINTS.stream().map(Taken::by).toList();

    /**
     * What an address takes, by its description.
     *
     * @param words with {@link #PART} for the parts of a figure
     */
    private record Taken(PathPattern address, List<String> words) {

        static Taken by(Endpoint endpoint) {
            return new Taken(
                    PathPatternParser.defaultInstance.parse(endpoint.path()),
                    endpoint.parameters().stream()
                            .filter(parameter -> parameter.place().equals("query"))
                            .map(parameter -> parameter.name().startsWith(PART) ? PART : parameter.name())
                            .toList());
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        if (handler instanceof HandlerMethod
                                && List.of("GET", "HEAD").contains(request.getMethod())) {
                            check(request);
                        }
                        return true;
                    }
                })
                .addPathPatterns("/api/v1/**");
    }

    private static void check(HttpServletRequest request) {
        List<String> known = words(PathContainer.parsePath(request.getRequestURI()));
        request.getParameterMap().forEach((word, values) -> {
            String said = word.matches(SAYABLE) ? "'" + word + "'" : "A word behind the question mark";
            if (!known.contains(word.startsWith(PART) && word.length() > PART.length() ? PART : word)) {
                throw Failure.yours("WORD_REFUSED", said + " is none that this address takes.", accepted(known));
            }
            if (values.length > 1) {
                throw Failure.yours("WORD_REFUSED", said + " stands there more than once.", accepted(known));
            }
        });
    }

    private static List<String> words(PathContainer path) {
        return TAKEN.stream()
                .filter(taken -> taken.address().matches(path))
                .flatMap(taken -> taken.words().stream())
                .toList();
    }

    private static String accepted(List<String> known) {
        return known.isEmpty()
                ? "Leave everything behind the question mark out."
                : "It takes, once each: %s."
                        .formatted(known.stream()
                                .map(word -> word.equals(PART) ? "is. with the name of a part" : word)
                                .collect(Collectors.joining(", ")));
    }
}
