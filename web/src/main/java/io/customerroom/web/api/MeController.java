package io.customerroom.web.api;

import io.customerroom.web.security.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells a program as whom it acts and how far it reaches. */
@Controller
public final class MeController {

    @GetMapping("/api/v1/me")
    ResponseEntity<byte[]> me(@AuthenticationPrincipal SignedIn who) {
        return Sent.one(RoomShapes.ME, who);
    }
}
