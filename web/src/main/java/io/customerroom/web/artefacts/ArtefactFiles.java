package io.customerroom.web.artefacts;

import io.customerroom.kernel.Failure;
import io.customerroom.room.artefacts.Artefact;
import io.customerroom.room.artefacts.Artefacts;
import io.customerroom.room.artefacts.FileType;
import io.customerroom.room.displays.Displays;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Files of artefacts on the way to a browser. The type is the one that the bytes had when they came in, and the browser is told to believe
 * it, to run nothing, and to keep no copy: what is withdrawn is gone with the next look.
 */
@Controller
final class ArtefactFiles {

    private final Artefacts artefacts;
    private final Displays displays;

    ArtefactFiles(Artefacts artefacts, Displays displays) {
        this.artefacts = artefacts;
        this.displays = displays;
    }

    @GetMapping("/artefacts/{id:f\\d+}/file")
    ResponseEntity<Resource> file(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Artefact artefact = visible(id, Keepers.mayHang(request));
        FileType type = artefact.stored().map(Artefact.Stored::type).orElseThrow(ArtefactFiles::unknown);
        return answer(artefacts.file(artefact), type, id, response);
    }

    @GetMapping("/artefacts/{id:f\\d+}/small")
    ResponseEntity<Resource> small(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Artefact artefact = visible(id, Keepers.mayHang(request));
        return answer(artefacts.small(artefact), FileType.JPEG, id + "-small", response);
    }

    /** For a display that was let in: it has no session, and the token says where it hangs. */
    @GetMapping("/display/{token:[A-Za-z0-9_-]+}/artefacts/{id:f\\d+}")
    ResponseEntity<Resource> display(
            @PathVariable String token, @PathVariable String id, HttpServletResponse response) {
        if (!displays.admits(token)) {
            throw unknown();
        }
        return answer(artefacts.small(visible(id, false)), FileType.JPEG, id + "-small", response);
    }

    private Artefact visible(String id, boolean keeper) {
        Artefact artefact = artefacts.require(id);
        if (!Hanging.visible(keeper).test(artefact)) {
            throw unknown();
        }
        return artefact;
    }

    private static ResponseEntity<Resource> answer(
            Path file, FileType type, String name, HttpServletResponse response) {
        if (!Files.isRegularFile(file)) {
            throw unknown();
        }
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type.media()))
                .header(
                        "Content-Disposition",
                        "%s; filename=\"%s.%s\""
                                .formatted(type.inline() ? "inline" : "attachment", name, type.ending()))
                .body(new FileSystemResource(file));
    }

    private static Failure unknown() {
        return Failure.yours(
                "ARTEFACT_UNKNOWN", "There is no such artefact here.", "The page Artefacts lists those that hang.");
    }
}
