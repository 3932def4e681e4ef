package io.customerroom.app.export;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.web.files.Grid;
import io.customerroom.web.files.Piece;
import io.customerroom.web.files.TableBook;
import io.customerroom.web.files.TableFile;
import io.customerroom.web.paper.BoardPack;
import io.customerroom.web.paper.HungWall;
import io.customerroom.web.paper.PackText;
import io.customerroom.web.paper.PictureFile;
import io.customerroom.web.paper.Poster;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/**
 * Pieces of the walls as tables and pictures.
 *
 * @param zone in which moments are written
 * @param engine writes Parquet
 */
public record WallFiles(ZoneId zone, Supplier<Engine> engine) {

    /** The one exhibit of this name; refused with the names there are. */
    public static Piece one(List<Piece> pieces, String exhibit) {
        return pieces.stream()
                .filter(piece -> piece.id().equals(exhibit))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "EXHIBIT_UNKNOWN",
                        "No exhibit '%s' hangs there.".formatted(exhibit),
                        "There are %s."
                                .formatted(String.join(
                                        ", ", pieces.stream().map(Piece::id).toList()))));
    }

    /** All pieces as one workbook: a sheet each, and what they are on the last. */
    public long workbook(List<Piece> pieces, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return new TableBook(zone).write(pieces, out);
        }
    }

    /** Walls on paper: one as a poster, several as the board pack. */
    public void pdf(List<HungWall> walls, Supplier<PackText> text, List<Path> fonts, Path file) throws IOException {
        Files.write(
                file, walls.size() == 1 ? Poster.of(walls.getFirst(), fonts) : BoardPack.of(walls, text.get(), fonts));
    }

    /** @param format csv, xlsx, parquet, svg or png */
    public void write(Piece piece, String format, Path file) throws IOException {
        switch (format) {
            case "csv" -> {
                try (Writer out = Files.newBufferedWriter(file)) {
                    TableFile.csv(Grid.of(piece.table()), out);
                }
            }
            case "xlsx" -> {
                try (OutputStream out = Files.newOutputStream(file)) {
                    new TableBook(zone).write(Grid.of(piece.table()), piece.about(), out);
                }
            }
            case "parquet" -> TableFile.parquet(Grid.of(piece.table()), piece.about(), engine.get(), file);
            case "svg" -> Files.write(file, PictureFile.svg(piece).orElseThrow(() -> noPicture(piece)));
            case "png" -> Files.write(file, PictureFile.png(piece).orElseThrow(() -> noPicture(piece)));
            default -> throw new IllegalArgumentException("format must be a table's or a picture's, but was " + format);
        }
    }

    private static Failure noPicture(Piece piece) {
        return Failure.yours(
                "PICTURE_NOT_FOUND",
                "The exhibit '%s' has no picture.".formatted(piece.id()),
                "Export its table: csv, xlsx or parquet.");
    }
}
