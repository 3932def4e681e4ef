package io.customerroom.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers light or dark in a cookie and goes back to the page the switch stood on. */
@Controller
final class ThemeController {

    @PostMapping("/theme")
    ResponseEntity<Void> choose(
            @RequestParam String theme, @RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
        ResponseCookie cookie = ResponseCookie.from(
                        Theme.cookie(request.isSecure()), Theme.of(theme).id())
                .secure(request.isSecure())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, local(back))
                .build();
    }

    /** Only a place of this room: never another host, which {@code //} or a backslash would name. */
    static String local(String back) {
        boolean inside = back.matches("/[A-Za-z0-9_\\-./?=&%+:~,]*") && !back.startsWith("//");
        return inside ? back : "/";
    }
}
