package io.customerroom.web.paper;

import io.customerroom.kernel.Failure;
import io.customerroom.web.paper.Picture.Anchor;
import io.customerroom.web.paper.Picture.Cap;
import io.customerroom.web.paper.Picture.Colour;
import io.customerroom.web.paper.Picture.Fill;
import io.customerroom.web.paper.Picture.Form;
import io.customerroom.web.paper.Picture.Line;
import io.customerroom.web.paper.Picture.Mark;
import io.customerroom.web.paper.Picture.Plain;
import io.customerroom.web.paper.Picture.Style;
import io.customerroom.web.paper.Picture.Tiles;
import io.customerroom.web.paper.Picture.Words;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads the SVG of our charts, and only that: groups, paths, rectangles, circles, lines, texts, clips and patterns. What it does not
 * know it refuses, so that a picture on paper never lacks a mark that the page has.
 */
final class PictureReader {

    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+), ?(\\d+), ?(\\d+)\\)");

    private final Map<String, Element> named = new HashMap<>();
    private final List<Mark> marks = new ArrayList<>();

    private PictureReader() {}

    /** @param svg in the colours of the light theme */
    static Picture read(String svg) {
        try {
            Element root = parsed(svg);
            PictureReader reader = new PictureReader();
            reader.name(root);
            double[] box = Outline.numbers(root.getAttribute("viewBox"));
            AffineTransform origin = AffineTransform.getTranslateInstance(-box[0], -box[1]);
            reader.children(root, origin, Optional.empty());
            return new Picture(box[2], box[3], reader.marks);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | SAXException e) {
            throw Failure.ours("PICTURE_UNREADABLE", "A chart could not be put on paper: " + e.getMessage() + ".", e);
        }
    }

    private static Element parsed(String svg) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("every Java reads XML from memory", e);
        }
    }

    private void name(Element element) {
        if (element.hasAttribute("id")) {
            named.put(element.getAttribute("id"), element);
        }
        elements(element).forEach(this::name);
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private void children(Element parent, AffineTransform outer, Optional<Path2D> clip) {
        for (Element element : elements(parent)) {
            AffineTransform placed = placed(element, outer);
            Optional<Path2D> inside = clip(element, placed).or(() -> clip);
            switch (element.getTagName()) {
                case "g" -> children(element, placed, inside);
                case "path", "rect", "circle", "line", "polyline", "polygon" ->
                    marks.add(form(element, placed, inside));
                case "text" -> words(element, placed);
                case "defs", "title", "desc", "metadata", "clipPath", "pattern" -> {}
                default ->
                    throw new IllegalArgumentException("a chart must not have the element " + element.getTagName());
            }
        }
    }

    private static AffineTransform placed(Element element, AffineTransform outer) {
        AffineTransform placed = new AffineTransform(outer);
        placed.concatenate(Outline.transform(element.getAttribute("transform")));
        return placed;
    }

    private Optional<Path2D> clip(Element element, AffineTransform placed) {
        return reference(element.getAttribute("clip-path")).map(clip -> {
            Path2D.Double outline = new Path2D.Double();
            for (Element part : elements(clip)) {
                outline.append(outline(part).getPathIterator(placed(part, placed)), false);
            }
            return outline;
        });
    }

    private Optional<Element> reference(String written) {
        return written.startsWith("url(#")
                ? Optional.ofNullable(named.get(written.substring(5, written.length() - 1)))
                : Optional.empty();
    }

    private Form form(Element element, AffineTransform placed, Optional<Path2D> clip) {
        Path2D outline = new Path2D.Double(outline(element), placed);
        double scale = Math.sqrt(Math.abs(placed.getDeterminant()));
        return new Form(outline, fill(element, placed), line(element, scale), clip);
    }

    private static Path2D outline(Element element) {
        return switch (element.getTagName()) {
            case "path" -> Outline.of(element.getAttribute("d"));
            case "rect" ->
                Outline.of("M%s %sh%sv%sh-%sZ"
                        .formatted(
                                number(element, "x"),
                                number(element, "y"),
                                number(element, "width"),
                                number(element, "height"),
                                number(element, "width")));
            case "circle" -> {
                double r = number(element, "r");
                yield Outline.of("M%s %sa%s %s 0 1 1 %s 0a%s %s 0 1 1 %s 0Z"
                        .formatted(number(element, "cx") - r, number(element, "cy"), r, r, 2 * r, r, r, -2 * r));
            }
            case "line" ->
                Outline.of("M%s %sL%s %s"
                        .formatted(
                                number(element, "x1"),
                                number(element, "y1"),
                                number(element, "x2"),
                                number(element, "y2")));
            case "polyline" -> Outline.of("M" + element.getAttribute("points"));
            default -> Outline.of("M" + element.getAttribute("points") + "Z");
        };
    }

    private Optional<Fill> fill(Element element, AffineTransform placed) {
        String written = element.hasAttribute("fill") ? element.getAttribute("fill") : "#000000";
        if (written.equals("none") || written.equals("transparent")) {
            return Optional.empty();
        }
        Optional<Element> pattern = reference(written);
        if (pattern.isPresent()) {
            return Optional.of(tiles(pattern.get(), placed));
        }
        return Optional.of(new Plain(colour(written), opacity(element, "fill-opacity")));
    }

    private Tiles tiles(Element pattern, AffineTransform placed) {
        AffineTransform inner = new AffineTransform(placed);
        inner.concatenate(Outline.transform(pattern.getAttribute("patternTransform")));
        PictureReader tile = new PictureReader();
        tile.children(pattern, new AffineTransform(), Optional.empty());
        return new Tiles(
                number(pattern, "width"),
                number(pattern, "height"),
                inner,
                tile.marks.stream()
                        .filter(Form.class::isInstance)
                        .map(Form.class::cast)
                        .toList());
    }

    private static Optional<Line> line(Element element, double scale) {
        String written = element.getAttribute("stroke");
        float width = (float) (number(element, "stroke-width", 1) * scale);
        if (written.isEmpty() || written.equals("none") || width == 0) {
            return Optional.empty();
        }
        List<Float> dashes = new ArrayList<>();
        String dashed = element.getAttribute("stroke-dasharray");
        if (!dashed.isEmpty() && !dashed.equals("none")) {
            Arrays.stream(Outline.numbers(dashed)).forEach(part -> dashes.add((float) (part * scale)));
        }
        Cap cap =
                switch (element.getAttribute("stroke-linecap")) {
                    case "round" -> Cap.ROUND;
                    case "square" -> Cap.SQUARE;
                    default -> Cap.BUTT;
                };
        return Optional.of(new Line(colour(written), opacity(element, "stroke-opacity"), width, dashes, cap));
    }

    private void words(Element element, AffineTransform placed) {
        String text = element.getTextContent();
        if (text.isBlank()) {
            return;
        }
        Anchor anchor =
                switch (element.getAttribute("text-anchor")) {
                    case "middle" -> Anchor.MIDDLE;
                    case "end" -> Anchor.END;
                    default -> Anchor.START;
                };
        String weight = element.getAttribute("font-weight");
        Style style = new Style(
                (float) number(element, "font-size", 12),
                weight.equals("bold") || weight.matches("[6-9]00"),
                element.getAttribute("dominant-baseline").equals("central"),
                colour(element.hasAttribute("fill") ? element.getAttribute("fill") : "#000000"));
        marks.add(new Words(text, placed, number(element, "x"), number(element, "y"), anchor, style));
    }

    private static Colour colour(String written) {
        Matcher parts = RGB.matcher(written);
        if (parts.matches()) {
            return new Colour(part(parts, 1), part(parts, 2), part(parts, 3));
        }
        if (!written.matches("#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?")) {
            throw new IllegalArgumentException("a colour must be written #rrggbb, but was " + written);
        }
        return Colour.of(written);
    }

    private static float part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group)) / 255f;
    }

    private static float opacity(Element element, String name) {
        return (float) (number(element, name, 1) * number(element, "opacity", 1));
    }

    private static double number(Element element, String name) {
        return number(element, name, 0);
    }

    private static double number(Element element, String name, double otherwise) {
        @Nullable String written = element.getAttribute(name);
        return written == null || written.isEmpty()
                ? otherwise
                : Double.parseDouble(written.endsWith("px") ? written.substring(0, written.length() - 2) : written);
    }
}
