package io.customerroom.room.people;

/**
 * Who somebody is at an OpenID provider.
 *
 * @param issuer the provider's address
 * @param subject the provider's word for the person: never given to another, and no name
 */
public record Identity(String issuer, String subject) {

    private static final int LONGEST = 255;

    public Identity {
        if (issuer.isBlank() || subject.isBlank() || subject.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "an identity has an issuer and a subject of 1 to %d characters".formatted(LONGEST));
        }
    }

    /** Without the subject. */
    @Override
    public String toString() {
        return "Identity[" + issuer + "]";
    }
}
