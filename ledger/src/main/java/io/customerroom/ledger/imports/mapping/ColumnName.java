package io.customerroom.ledger.imports.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a column, taken apart: what it is called, and what its brackets say of how it is written, as in {@code Amount (USD)},
 * {@code Created (UTC)} or {@code Score [0-10]}. Any other word in brackets belongs to the name, since {@code Amount (tax)} is no amount.
 *
 * @param plain in simple form, brackets included
 * @param core in simple form, without such brackets
 * @param unit what the brackets say, in upper case
 */
record ColumnName(String plain, String core, Optional<String> unit) {

    private static final Pattern BRACKETS = Pattern.compile("^(.+?)\\s*[(\\[]([^)\\]]+)[)\\]]\\s*[?:.]*$");
    private static final Pattern UNIT = Pattern.compile("UTC|GMT|[A-Z]{3}|[$€£¥]|\\d+ ?(-|–|TO) ?\\d+|OPTIONAL");

    static ColumnName of(String column) {
        String plain = Input.simple(column);
        Matcher brackets = BRACKETS.matcher(column.strip());
        if (brackets.matches()) {
            String unit = brackets.group(2).strip();
            String upper = unit.toUpperCase(Locale.ROOT);
            boolean code = !upper.matches("[A-Z]{3}") || unit.equals(upper);
            if (code && UNIT.matcher(upper).matches()) {
                return new ColumnName(plain, Input.simple(brackets.group(1)), Optional.of(upper));
            }
        }
        return new ColumnName(plain, plain, Optional.empty());
    }

    /** Moments in this column are those of Greenwich, not the company's. */
    boolean universal() {
        return unit.filter(word -> word.equals("UTC") || word.equals("GMT")).isPresent();
    }

    /** The currency of the amounts, as three letters. */
    Optional<String> currency() {
        return unit.filter(word -> !universal() && word.matches("[A-Z]{3}"));
    }

    /** The first of the names that this column bears; −1 for none. */
    int match(List<String> names, boolean withoutBrackets) {
        return names.indexOf(withoutBrackets ? core : plain);
    }
}
