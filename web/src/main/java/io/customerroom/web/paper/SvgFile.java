package io.customerroom.web.paper;

import io.customerroom.web.paper.Picture.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFSubsetter;

/**
 * A chart's SVG that needs nothing else: the light theme's colours, a white ground, the letters it uses inside, a title, a description
 * and its papers.
 */
final class SvgFile {

    private static final String FAMILY = "Customer Room Sans";

    /** What a browser asks of a font; kerning of all letters would weigh more than the picture. */
    private static final List<String> TABLES = List.of(
            "head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp", "OS/2", "cmap", "name",
            "post");

    private SvgFile() {}

    /** @param light the picture in the colours of the light theme */
    static String of(String light, String title, String description, Map<String, String> notes) {
        int start = light.indexOf("<svg ");
        int head = light.indexOf('>', start) + 1;
        String root = light.substring(start, head)
                .replaceFirst(" role=\"img\"", "")
                .replaceFirst(" aria-label=\"[^\"]*\"", "")
                .replaceFirst("<svg ", "<svg role=\"img\" aria-labelledby=\"title desc\" ");
        String body = light.substring(head).replaceAll("font-family=\"[^\"]*\"", "font-family=\"" + fonts() + "\"");
        StringBuilder svg = new StringBuilder(root).append('\n');
        svg.append("<title id=\"title\">").append(escaped(title)).append("</title>\n");
        svg.append("<desc id=\"desc\">").append(escaped(description)).append("</desc>\n");
        svg.append("<metadata>\n");
        notes.forEach((name, text) -> svg.append("<note xmlns=\"urn:customer-room\" name=\"")
                .append(escaped(name))
                .append("\">")
                .append(escaped(text))
                .append("</note>\n"));
        svg.append("</metadata>\n<style>")
                .append(letters(PictureReader.read(light)))
                .append("</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"></rect>");
        return svg.append(body).append(body.endsWith("\n") ? "" : "\n").toString();
    }

    private static String fonts() {
        return "'" + FAMILY + "', 'DejaVu Sans Condensed', Arial, sans-serif";
    }

    /** Only the letters that occur, so that a file stays small. */
    private static String letters(Picture picture) {
        StringBuilder css = new StringBuilder();
        for (Typeface typeface : Typeface.values()) {
            SortedSet<Integer> used = new TreeSet<>();
            picture.marks().stream()
                    .filter(Words.class::isInstance)
                    .map(Words.class::cast)
                    .filter(words -> words.style().bold() == (typeface == Typeface.BOLD))
                    .forEach(words -> words.text().codePoints().forEach(used::add));
            if (!used.isEmpty()) {
                css.append("@font-face{font-family:'%s';font-weight:%s;src:url(data:font/ttf;base64,%s)}"
                        .formatted(FAMILY, typeface == Typeface.BOLD ? "bold" : "normal", subset(typeface, used)));
            }
        }
        return css.toString();
    }

    private static String subset(Typeface typeface, SortedSet<Integer> used) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TTFSubsetter subsetter = new TTFSubsetter(typeface.open(), TABLES);
            subsetter.addAll(used);
            subsetter.writeToStream(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
