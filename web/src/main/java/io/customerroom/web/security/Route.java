package io.customerroom.web.security;

import io.customerroom.room.people.Right;
import java.util.Collection;
import java.util.Set;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One line of the table: an address, a verb, and who may ask it.
 *
 * @param verb {@code GET}, {@code POST} or another; {@code ANY}
 * @param audience who may
 */
public record Route(String verb, PathPattern pattern, Audience audience) {

    /** Whom an address is for. */
    public sealed interface Audience {

        /** Strangers as well. */
        record Anybody() implements Audience {}

        /** Everybody who has signed in. */
        record AnyAccount() implements Audience {}

        /** Whoever has one of these rights. */
        record Holders(Set<Right> rights) implements Audience {}

        /** Whether an account with these rights may. */
        default boolean admits(Collection<Right> held) {
            return switch (this) {
                case Anybody anybody -> true;
                case AnyAccount account -> true;
                case Holders holders -> holders.rights().stream().anyMatch(held::contains);
            };
        }
    }

    public String path() {
        return pattern.getPatternString();
    }
}
