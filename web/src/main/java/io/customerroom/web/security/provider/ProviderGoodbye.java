package io.customerroom.web.security.provider;

import io.customerroom.web.security.Goodbye;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Signs out at the provider whoever came from there. The browser goes by a page of ours: our policy lets no form lead to another house, and signing out is a form.
 */
@Controller
final class ProviderGoodbye implements Goodbye {

    private static final String THERE = ProviderGoodbye.class.getName() + ".there";

    private final OpenIdProvider provider;

    ProviderGoodbye(OpenIdProvider provider) {
        this.provider = provider;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        ProviderSession.token(request)
                .flatMap(token -> provider.goodbye(
                        token,
                        ServletUriComponentsBuilder.fromContextPath(request)
                                .build()
                                .toUriString()))
                .ifPresent(there -> request.setAttribute(THERE, there));
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        if (request.getAttribute(THERE) instanceof String there) {
            request.getSession(true).setAttribute(THERE, there);
            response.sendRedirect("/sign-in/provider/goodbye");
        } else {
            response.sendRedirect("/sign-in?out");
        }
    }

    @GetMapping("/sign-in/provider/goodbye")
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<String> there = taken(request);
        if (there.isEmpty()) {
            return "redirect:/sign-in?out";
        }
        response.setHeader("Refresh", "0;url=" + there.get());
        model.addAttribute("there", there.get());
        return "sign-in/goodbye";
    }

    private static Optional<String> taken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(THERE) instanceof String there)) {
            return Optional.empty();
        }
        session.removeAttribute(THERE);
        return Optional.of(there);
    }
}
