package io.customerroom.ledger.imports.mapping;

import java.util.List;
import java.util.Optional;

/** The files that a mapping looks words up in. */
public interface Lookups {

    /** For mappings that look nothing up. */
    Lookups NONE = new Lookups() {
        @Override
        public Words of(List<Lookup> chain) {
            return Optional::of;
        }

        @Override
        public String sha256(Lookup lookup) {
            throw new IllegalStateException("nothing is looked up, but " + lookup.file());
        }
    };

    /** One word for another. */
    @FunctionalInterface
    interface Words {

        /** Empty where a file does not know the word, or says nothing of it. */
        Optional<String> find(String word);
    }

    /** One file after the other. */
    Words of(List<Lookup> chain);

    /** SHA-256 of the file, in hexadecimal. */
    String sha256(Lookup lookup);
}
