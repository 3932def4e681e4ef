package io.customerroom.acceptance.imports;

import java.util.List;

/** One person, by everything that names, reaches or quotes her. */
final class Planted {

    static final String ID = "RQ-4477";
    static final String OTHER_ID = "HQ-9981";
    static final String NAME = "Rosalind Quux";
    static final String EMAIL = "rosalind@quux.example";
    static final String PHONE = "+49 555 0199123";
    static final String ADDRESS = "Elm Row 7";
    static final String OWN_WORDS = "my zebra eats pianos";
    /** A valid card number and a valid IBAN, both of documentation. */
    static final String SENTENCE =
            "%s of %s (%s) wrote from %s and %s, card 4111 1111 1111 1111, DE89 3704 0044 0532 0130 00"
                    .formatted(NAME, ADDRESS, ID, EMAIL, PHONE);

    /** As they are looked for: written small. */
    static final List<String> HERS = List.of(
            "rq-4477",
            "hq-9981",
            "rosalind",
            "quux",
            "555 0199123",
            "elm row 7",
            "my zebra eats pianos",
            "4111 1111",
            "3704 0044");

    private Planted() {}
}
