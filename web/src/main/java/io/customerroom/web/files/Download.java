package io.customerroom.web.files;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file on its way to a browser: written whole before the first byte leaves, so that what arrives is never half a file. */
public final class Download {

    /** Kinds of files, by the ending of their names. */
    public enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        PARQUET("application/vnd.apache.parquet"),
        SVG("image/svg+xml"),
        PNG("image/png"),
        PDF("application/pdf");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Format of(String ending) {
            return Arrays.stream(values())
                    .filter(format -> format.ending().equals(ending))
                    .findFirst()
                    .orElseThrow(() -> Failure.yours(
                            "FORMAT_NOT_OFFERED",
                            "The format '%s' is not offered.".formatted(ending),
                            "Offered are csv, xlsx, parquet, svg, png and pdf."));
        }
    }

    private Download() {}

    public static ResponseEntity<Resource> of(Format format, String name, byte[] body) {
        return answer(format, name, body.length, new ByteArrayInputStream(body));
    }

    /** Written to a file that only this program may read and that is gone when the answer is. */
    public static ResponseEntity<Resource> written(Format format, String name, Writing writing) {
        try {
            Path file = Files.createTempFile("customer-room-", "." + format.ending());
            try {
                writing.to(file);
                return answer(
                        format, name, Files.size(file), Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            Path place = Path.of(System.getProperty("java.io.tmpdir", ""), name);
            throw Failure.resources(
                    "FILE_NOT_WRITTEN",
                    "The file could not be written (%s).".formatted(FileTrouble.of(e, place)),
                    "Check the space in the folder of temporary files.");
        }
    }

    /** Writes a file that is there, and empty. */
    @FunctionalInterface
    public interface Writing {
        void to(Path file) throws IOException;
    }

    /** To a stream, for formats that are written from front to back. */
    @FunctionalInterface
    public interface Streaming {
        void to(OutputStream out) throws IOException;
    }

    public static ResponseEntity<Resource> streamed(Format format, String name, Streaming streaming) {
        return written(format, name, file -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                streaming.to(out);
            }
        });
    }

    private static ResponseEntity<Resource> answer(Format format, String name, long length, InputStream body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.type))
                .contentLength(length)
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .body(new InputStreamResource(body));
    }
}
