package io.customerroom.web.charts;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Scriptable;

/**
 * One warm JavaScript scope with the chart library inside. It sees no Java class, no file and no network. Used by one thread at a
 * time; loading costs about one CPU second, drawing a few hundredths once warm. Interpreted, because compiling the library costs
 * more than it ever wins back (docs/decisions).
 */
final class DrawingEngine {

    static final String LIBRARY = "vendor/echarts.common.min.js";

    /** The library asks for these three and uses none of them when it draws without a browser. */
    private static final String SURROUNDINGS = """
            function setTimeout() { return 0; }
            function clearTimeout() {}
            var console = { log: function () {}, warn: function () {}, error: function () {} };
            """;

    private static final String DRAW = """
            (function (option, width, height) {
              var chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: width, height: height });
              try {
                chart.setOption(JSON.parse(option));
                return chart.renderToSVGString();
              } finally {
                chart.dispose();
              }
            })
            """;

    private final Scriptable scope;
    private final Function draw;

    DrawingEngine() {
        try (Context context = enter()) {
            scope = context.initSafeStandardObjects();
            context.evaluateString(scope, SURROUNDINGS, "surroundings", 1, null);
            context.evaluateString(scope, library(), LIBRARY, 1, null);
            draw = (Function) context.evaluateString(scope, DRAW, "draw", 1, null);
        }
    }

    /** The library's own SVG for this option. */
    String draw(String option, int width, int height) {
        try (Context context = enter()) {
            return Context.toString(draw.call(context, scope, scope, new Object[] {option, width, height}));
        } catch (RhinoException e) {
            throw Failure.ours("CHART_NOT_DRAWN", "The chart library refused an option: " + e.details() + ".", e);
        }
    }

    private static Context enter() {
        Context context = Context.enter();
        context.setInterpretedMode(true);
        context.setLanguageVersion(Context.VERSION_ES6);
        return context;
    }

    static String library() {
        try (InputStream in = DrawingEngine.class.getResourceAsStream(LIBRARY)) {
            if (in == null) {
                throw Failure.ours("CHART_LIBRARY_MISSING", "The chart library is not in the program.", null);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.ours("CHART_LIBRARY_MISSING", "The chart library could not be read.", e);
        }
    }
}
