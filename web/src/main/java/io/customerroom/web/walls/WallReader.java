package io.customerroom.web.walls;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Who asks for a wall, and the request with which it is printed where nobody asked before. */
record WallReader(ViewResolver views, HttpServletRequest request, HttpServletResponse response) {

    /** What the reader may do; two with equal authorities see equal walls. */
    Set<String> authorities() {
        @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
        Set<String> authorities = new TreeSet<>();
        if (who != null) {
            for (GrantedAuthority authority : who.getAuthorities()) {
                authorities.add(String.valueOf(authority.getAuthority()));
            }
        }
        return authorities;
    }

    /** What the reader's forms carry; empty where forms carry nothing. */
    String token() {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    /** Whether the page before left word for this one reader. */
    boolean hasNews() {
        @Nullable Map<String, ?> left = RequestContextUtils.getInputFlashMap(request);
        return left != null && !left.isEmpty();
    }

    /** Prints a template, or one of its elements, as text. */
    String print(String template, Map<String, ?> model) {
        StringWriter text = new StringWriter();
        try {
            @Nullable View view = views.resolveViewName(template, Locale.ENGLISH);
            if (view == null) {
                throw new IllegalStateException("there is no template " + template);
            }
            view.render(model, request, new TextResponse(response, text));
            return text.toString();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // views declare every exception there is
            throw new IllegalStateException("the template " + template + " could not be printed", e);
        }
    }
}
