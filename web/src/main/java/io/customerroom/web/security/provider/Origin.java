package io.customerroom.web.security.provider;

import io.customerroom.room.people.Identity;
import java.io.Serializable;

/**
 * What a session of this room began with at the provider.
 *
 * @param session the provider's id of the session there; empty where it tells none
 */
record Origin(String issuer, String subject, String session) implements Serializable {

    Origin(Identity identity, String session) {
        this(identity.issuer(), identity.subject(), session);
    }

    /** Without the provider's words. */
    @Override
    public String toString() {
        return "Origin";
    }
}
