package io.customerroom.web.paper;

import io.customerroom.web.files.Piece;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The picture of a piece as a file of its own: the very picture of the page, with its numbers and papers inside. */
public final class PictureFile {

    private static final int MOST_ROWS = 60;

    private PictureFile() {}

    /** A stand-alone SVG: title, description with the numbers, papers and letters are inside. Empty where there is no picture. */
    public static Optional<byte[]> svg(Piece piece) {
        return piece.svg()
                .map(light -> SvgFile.of(light, piece.finding(), description(piece), piece.about())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** A PNG of twice the size on white, with title, description and papers in its text chunks. Empty where there is no picture. */
    public static Optional<byte[]> png(Piece piece) {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("Title", piece.finding());
        notes.put("Description", description(piece));
        notes.put("Software", "Customer Room");
        piece.about().forEach(notes::putIfAbsent);
        return piece.svg().map(light -> Png.of(PictureReader.read(light), notes));
    }

    /** What it shows, in words and exact numbers: one sentence per row of the table. */
    static String description(Piece piece) {
        List<String> labels =
                piece.table().columns().stream().map(column -> column.label()).toList();
        String rows = piece.table().rows().stream()
                .limit(MOST_ROWS)
                .map(row -> sentence(labels, row.values()))
                .collect(Collectors.joining(" "));
        int all = piece.table().rows().size();
        String more = all > MOST_ROWS ? " %d of %d rows.".formatted(MOST_ROWS, all) : "";
        return "%s. %s%s".formatted(piece.measure(), rows, more);
    }

    private static String sentence(List<String> labels, List<@Nullable String> values) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value != null) {
                sentence.append(sentence.isEmpty() ? "" : ", ")
                        .append(labels.get(i))
                        .append(' ')
                        .append(value);
            }
        }
        return sentence.append('.').toString();
    }
}
