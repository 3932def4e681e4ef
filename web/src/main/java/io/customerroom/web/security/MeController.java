package io.customerroom.web.security;

import io.customerroom.state.json.Json;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells a program as whom it acts and how far it reaches. */
@Controller
final class MeController {

    @GetMapping("/api/v1/me")
    ResponseEntity<String> me(@AuthenticationPrincipal SignedIn who) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.write(Map.of(
                        "name", who.name(),
                        "displayName", who.displayName(),
                        "role", who.role().id(),
                        "rights", who.rights().stream().sorted().map(Enum::name).toList(),
                        "scope",
                                Map.of(
                                        "segments", who.scope().segments(),
                                        "sites", who.scope().sites()))));
    }
}
