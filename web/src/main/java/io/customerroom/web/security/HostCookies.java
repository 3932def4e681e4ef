package io.customerroom.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;

/**
 * Names the session's cookie {@code __Host-customer-room} where the browser came by https, so that no neighbouring host can plant one (RFC 6265bis, 4.1.3), and leaves it without the
 * prefix on {@code http://127.0.0.1}, where browsers would drop it. By https the name without the prefix opens nothing.
 */
final class HostCookies {

    static final String SESSION = "customer-room";

    private static final String PREFIX = "__Host-";

    private HostCookies() {}

    /** The name under which a cookie of ours travels with this request. */
    static String name(String plain, boolean secure) {
        return secure ? PREFIX + plain : plain;
    }

    /** Writes the cookie. */
    static final class Written extends Rfc6265CookieProcessor {

        @Override
        public String generateHeader(Cookie cookie, HttpServletRequest request) {
            if (!request.isSecure() || !cookie.getName().equals(SESSION)) {
                return super.generateHeader(cookie, request);
            }
            Cookie kept = new Cookie(name(SESSION, true), cookie.getValue());
            cookie.getAttributes().forEach(kept::setAttribute);
            kept.setPath("/");
            kept.setSecure(true);
            return super.generateHeader(kept, request);
        }
    }

    /** Reads it, behind the part of the server that says whether a request came by https. */
    static final class Read extends ValveBase {

        Read() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (request.isSecure()) {
                Optional<String> session = Stream.ofNullable(request.getCookies())
                        .flatMap(Arrays::stream)
                        .filter(cookie -> cookie.getName().equals(name(SESSION, true)))
                        .map(Cookie::getValue)
                        .findFirst();
                request.setRequestedSessionId(session.orElse(null));
                request.setRequestedSessionCookie(session.isPresent());
            }
            getNext().invoke(request, response);
        }
    }
}
