package io.customerroom.ledger.imports.mapping;

import java.util.Optional;

/**
 * What stands in another file: the row of {@code file} whose column {@code by} holds the word, and of that row the column {@code take}.
 *
 * @param file its name; it lies in the folder of the file that is imported
 * @param sha256 of the file's bytes, once it was read: the same rows looked up in another file are other facts
 */
public record Lookup(String file, String by, String take, Optional<String> sha256) {

    public Lookup(String file, String by, String take) {
        this(file, by, take, Optional.empty());
    }

    Lookup with(String hash) {
        return new Lookup(file, by, take, Optional.of(hash));
    }
}
