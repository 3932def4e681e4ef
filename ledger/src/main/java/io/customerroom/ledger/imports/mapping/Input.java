package io.customerroom.ledger.imports.mapping;

import java.util.List;
import java.util.Map;

/**
 * Something a mapping can name for a kind of fact.
 *
 * @param name as it stands in mappings and in the spreadsheet templates: {@code unit_price}
 * @param mapped whether an import needs it
 * @param filled whether a row without it is set aside
 * @param codes for codes: spelling as it may be read, in simple form, to canonical word
 * @param others names, in simple form, under which a column is recognised
 */
public record Input(
        String name, Type type, boolean mapped, boolean filled, Map<String, String> codes, List<String> others) {

    /** What a cell is read as. */
    public enum Type {
        CUSTOMER,
        TEXT,
        CODE,
        AMOUNT,
        /** A positive number with up to twelve decimals. */
        FACTOR,
        COUNT,
        DATE,
        SWITCH,
        /** Goes to the person table only. */
        PERSON,
        /** Goes to the person table only, masked. */
        PERSONAL_TEXT
    }

    /** Lower case, letters and digits only: how names of columns and words of codes are compared. */
    public static String simple(String text) {
        StringBuilder simple = new StringBuilder();
        text.toLowerCase(java.util.Locale.ROOT)
                .codePoints()
                .filter(point -> Character.isLetterOrDigit(point) || point == '<' || point == '>' || point == '=')
                .forEach(simple::appendCodePoint);
        return simple.toString();
    }
}
