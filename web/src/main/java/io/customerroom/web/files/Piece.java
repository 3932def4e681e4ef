package io.customerroom.web.files;

import io.customerroom.walls.exhibit.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An exhibit as a file or a sheet of paper carries it, live or frozen: what it says, its picture, its table and its papers.
 *
 * @param id stable id of the exhibit: {@code flow}
 * @param name by which people call it: {@code Flow}
 * @param finding its title
 * @param measure what is counted, of whom, when, in which unit
 * @param svg the picture in the colours of the light theme, as it stands on the page; empty where the table is the picture
 * @param caption what the picture adds; may be empty
 */
public record Piece(
        int wall,
        String id,
        String name,
        String finding,
        String measure,
        List<Tile> tiles,
        Optional<String> svg,
        String caption,
        List<String> warnings,
        Table table,
        Papers papers) {

    /**
     * An opening figure.
     *
     * @param beside what it was before, one sentence each
     */
    public record Tile(String label, String shown, String parts, List<String> beside) {

        public Tile {
            beside = List.copyOf(beside);
        }
    }

    public Piece {
        tiles = List.copyOf(tiles);
        warnings = List.copyOf(warnings);
    }

    /** Everything a file says about itself, by name, in the order in which it is read. */
    public Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("Company", papers.company());
        about.put("Wall", String.valueOf(wall));
        about.put("Exhibit", name);
        about.put("Finding", finding);
        about.put("Measure", measure);
        if (!caption.isEmpty()) {
            about.put("Caption", caption);
        }
        for (int i = 0; i < warnings.size(); i++) {
            about.put(i == 0 ? "Warning" : "Warning " + (i + 1), warnings.get(i));
        }
        about.putAll(papers.lines());
        return about;
    }
}
