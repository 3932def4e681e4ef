package io.customerroom.web.security.provider;

import io.customerroom.kernel.Failure;
import io.customerroom.room.people.Identities;
import io.customerroom.room.people.SignedOutThere;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the provider tells that somebody signed out there (OpenID Connect Back-Channel Logout 1.0): the sessions that began there end here, at once. Sessions that began with a password, and tokens
 * of programs, have nothing to do with the provider and stay.
 */
@RestController
final class BackChannel {

    private static final Logger LOG = LoggerFactory.getLogger(BackChannel.class);
    private static final int LONGEST_TOKEN = 16_384;

    private final OpenIdProvider provider;
    private final Identities identities;
    private final Sessions sessions;

    BackChannel(OpenIdProvider provider, Identities identities, Sessions sessions) {
        this.provider = provider;
        this.identities = identities;
        this.sessions = sessions;
    }

    @PostMapping("/sign-in/provider/back-channel")
    ResponseEntity<Map<String, String>> signedOut(
            @RequestParam(name = "logout_token", defaultValue = "") String token, HttpServletRequest request) {
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            return refused("There is no logout token, or it is too long.");
        }
        try {
            LogoutNotice notice = provider.signedOut(token);
            List<String> accounts = sessions.accountsOf(session -> ProviderSession.ends(session, notice));
            identities.signedOut(
                    Authors.of(request, "told by the provider"),
                    new SignedOutThere(notice.issuer(), notice.id(), notice.until(), accounts, accounts.size()));
            sessions.end(session -> ProviderSession.ends(session, notice));
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
        } catch (ProofRefused e) {
            LOG.warn("A notice of the OpenID provider counts for nothing: {}", e.getMessage());
            return refused("The logout token does not hold.");
        } catch (Failure failure) {
            return refused(String.valueOf(failure.getMessage()));
        }
    }

    private static ResponseEntity<Map<String, String>> refused(String why) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("error", "invalid_request", "error_description", why));
    }
}
