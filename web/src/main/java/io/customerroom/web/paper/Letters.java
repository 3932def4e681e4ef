package io.customerroom.web.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one document. A letter is taken from the first font that has it: the program's own, then those of the workspace. A letter
 * that none has is written as its number, U+4E2D, and noted; it never becomes an empty box.
 */
final class Letters {

    private record Face(PDType0Font font, CmapLookup glyphs) {
        boolean has(int letter) {
            return glyphs.getGlyphId(letter) != 0;
        }
    }

    /** A stretch of text in one font. */
    record Run(PDType0Font font, String text) {}

    private final Map<Typeface, List<Face>> faces = new EnumMap<>(Typeface.class);
    private final SortedSet<String> missing = new TreeSet<>();

    /** @param more fonts that are asked after the program's own */
    Letters(PDDocument document, List<Path> more) {
        try {
            List<Face> others = new ArrayList<>();
            for (Path file : more) {
                others.add(face(document, Typeface.opened(Files.readAllBytes(file))));
            }
            for (Typeface typeface : Typeface.values()) {
                List<Face> all = new ArrayList<>(List.of(face(document, typeface.open())));
                all.addAll(others);
                faces.put(typeface, all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Face face(PDDocument document, TrueTypeFont font) throws IOException {
        return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
    }

    /** The letters that no font had so far, as they were written instead. */
    SortedSet<String> missing() {
        return missing;
    }

    /** The text as it is set, from left to right. */
    List<Run> runs(String text, boolean bold) {
        List<Face> possible = faces.getOrDefault(bold ? Typeface.BOLD : Typeface.REGULAR, List.of());
        List<Run> runs = new ArrayList<>();
        visual(text).codePoints().forEach(letter -> append(runs, possible, letter));
        return runs;
    }

    private void append(List<Run> runs, List<Face> possible, int letter) {
        int shown = Character.isWhitespace(letter) || Character.isSpaceChar(letter) ? ' ' : letter;
        if (Character.isISOControl(shown) || Character.getType(shown) == Character.FORMAT) {
            return;
        }
        for (Face face : possible) {
            if (face.has(shown)) {
                append(runs, face.font(), Character.toString(shown));
                return;
            }
        }
        String number = "U+%04X".formatted(letter);
        missing.add(number);
        append(runs, possible.getFirst().font(), "‹" + number + "›");
    }

    private static void append(List<Run> runs, PDType0Font font, String text) {
        if (!runs.isEmpty() && runs.getLast().font() == font) {
            runs.set(runs.size() - 1, new Run(font, runs.getLast().text() + text));
        } else {
            runs.add(new Run(font, text));
        }
    }

    /** Hebrew and Arabic stand in the order in which they are seen; letters are not joined. */
    private static String visual(String text) {
        char[] letters = text.toCharArray();
        if (!Bidi.requiresBidi(letters, 0, letters.length)) {
            return text;
        }
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Object[] parts = new Object[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String part = text.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            parts[i] = levels[i] % 2 == 1 ? new StringBuilder(part).reverse().toString() : part;
        }
        Bidi.reorderVisually(levels, 0, parts, 0, count);
        StringBuilder all = new StringBuilder();
        for (Object part : parts) {
            all.append(part);
        }
        return all.toString();
    }

    /** In points. */
    double width(String text, double size, boolean bold) {
        double width = 0;
        try {
            for (Run run : runs(text, bold)) {
                width += run.font().getStringWidth(run.text()) / 1000 * size;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return width;
    }

    /** Lines no wider than this; a word that is wider itself is broken. At least one line. */
    List<String> lines(String text, double size, boolean bold, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String rest = word;
            String longer = line.isEmpty() ? rest : line + " " + rest;
            if (width(longer, size, bold) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (width(rest, size, bold) > width && rest.codePointCount(0, rest.length()) > 1) {
                int fits = fitting(rest, size, bold, width);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line.append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private int fitting(String word, double size, boolean bold, double width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (width(word.substring(0, next), size, bold) > width) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** The largest size, from the one wanted down to the smallest, in which the text is no wider than this. */
    double sizeFor(String text, double wanted, double smallest, boolean bold, double width) {
        double size = wanted;
        while (size > smallest && width(text, size, bold) > width) {
            size -= 0.5;
        }
        return size;
    }

    /** The text, cut with … where it is wider than this. */
    String cut(String text, double size, boolean bold, double width) {
        if (width(text, size, bold) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", size, bold) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
