package io.customerroom.web.api;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The description of the interface, for whoever writes a program against it. It holds nothing of the company. */
@Controller
final class OpenApiController {

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<byte[]> document() {
        return Sent.json(OpenApi.document(ApiBook.ENDPOINTS));
    }
}
