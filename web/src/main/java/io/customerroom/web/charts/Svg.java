package io.customerroom.web.charts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the library's SVG ours, in this order: (1) no style elements, classes and handles for scripts, which a strict content policy
 * refuses; (2) style attributes become presentation attributes; (3) ids are numbered in order of appearance behind a prefix, so that
 * the same picture has the same bytes and two pictures on one page do not meet.
 */
final class Svg {

    /** Stands for the prefix until the page is known. */
    static final String PREFIX = "@chart@";

    private static final Pattern STYLE_ELEMENT = Pattern.compile("<style[^>]*>.*?</style>\\s*", Pattern.DOTALL);
    private static final Pattern HANDLES = Pattern.compile(" (?:class|ecmeta_\\w+|pointer-events)=\"[^\"]*\"");
    private static final Pattern HEAD = Pattern.compile(" (?:xmlns:xlink|version|baseProfile)=\"[^\"]*\"");
    private static final Pattern STYLE = Pattern.compile(" style=\"([^\"]*)\"");
    private static final Pattern DECLARATION = Pattern.compile("\\s*([a-z-]+)\\s*:\\s*([^;]+);?");
    private static final Pattern ID = Pattern.compile("zr\\d+-[a-z]+-?\\d+");
    private static final Pattern NOTHING =
            Pattern.compile("<(?:path|rect)[^>]* fill=\"none\"(?![^>]* stroke=)[^>]*></(?:path|rect)>\\s*");

    private Svg() {}

    static String clean(String drawn) {
        String bare =
                HANDLES.matcher(STYLE_ELEMENT.matcher(drawn).replaceAll("")).replaceAll("");
        bare = bare.contains("xlink:") ? bare : HEAD.matcher(bare).replaceAll("");
        String attributes = STYLE.matcher(bare).replaceAll(Svg::presentation);
        return numbered(NOTHING.matcher(attributes).replaceAll(""));
    }

    private static String presentation(MatchResult style) {
        String attributes = DECLARATION.matcher(style.group(1)).replaceAll(" $1=\"$2\"");
        return Matcher.quoteReplacement(attributes);
    }

    private static String numbered(String svg) {
        Map<String, String> ids = new LinkedHashMap<>();
        return ID.matcher(svg)
                .replaceAll(match -> ids.computeIfAbsent(match.group(), id -> PREFIX + "-" + (ids.size() + 1)));
    }

    /** For a page: named for those who do not see it, in the colours of the page's theme. */
    static String onPage(String clean, String prefix, String label) {
        String themed = clean;
        for (Paint paint : Paint.values()) {
            themed = themed.replace("\"" + paint.light() + "\"", "\"" + paint.variable() + "\"");
        }
        return named(themed.replace(PREFIX, prefix), label);
    }

    /** A page's picture in the colours of the light theme. */
    static String light(String onPage) {
        String light = onPage;
        for (Paint paint : Paint.values()) {
            light = light.replace("\"" + paint.variable() + "\"", "\"" + paint.light() + "\"");
        }
        return light;
    }

    /** For a file of its own: in the colours of the light theme. */
    static String standalone(String clean, String label) {
        return named(clean.replace(PREFIX, "chart"), label);
    }

    private static String named(String svg, String label) {
        return svg.replaceFirst(
                "<svg ",
                "<svg role=\"img\" aria-label=\"%s\" ".formatted(escaped(label).replace("$", "\\$")));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\\", "&#92;");
    }
}
