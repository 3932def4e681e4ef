package io.customerroom.ledger.imports.staging;

import java.nio.file.Path;

/**
 * A staged file of the person table: {@code customer, space, id, name, email, phone, address, text_key, text}; rows may repeat. U+001E stands
 * for a line end.
 */
public record StagedPersons(Path file, long rows) {

    /** Columns behind the id. */
    public static final int SAID = 6;
}
