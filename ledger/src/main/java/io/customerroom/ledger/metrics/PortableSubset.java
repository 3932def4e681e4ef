package io.customerroom.ledger.metrics;

import io.customerroom.ledger.build.LedgerTables;
import io.customerroom.ledger.engine.SqlLexer;
import io.customerroom.ledger.engine.SqlMacros;
import io.customerroom.ledger.engine.SqlToken;
import io.customerroom.ledger.metrics.Metric.SqlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Refuses what would mean something else, or nothing, on another engine. It looks at words and not at types, so it asks a little more than
 * strictly needed: a divided number is cast, an order says where nothing goes. Each rule is one method, run in this order over the
 * significant pieces of a text: statement, words, symbols, calls, tables, orders.
 */
final class PortableSubset {

    private static final Set<String> FUNCTIONS = Set.of(
            "SUM",
            "COUNT",
            "MIN",
            "MAX",
            "ABS",
            "COALESCE",
            "NULLIF",
            "CAST",
            "ROW_NUMBER",
            "RANK",
            "DENSE_RANK",
            "LAG",
            "LEAD",
            "FIRST_VALUE",
            "LAST_VALUE",
            "NTILE",
            "UPPER",
            "LOWER",
            "TRIM",
            "LENGTH");
    private static final Set<String> BEFORE_PARENTHESIS = Set.of(
            "ALL",
            "AND",
            "AS",
            "BETWEEN",
            "BY",
            "CASE",
            "DECIMAL",
            "DISTINCT",
            "ELSE",
            "EXCEPT",
            "EXISTS",
            "FILTER",
            "FROM",
            "HAVING",
            "IN",
            "INTERSECT",
            "IS",
            "JOIN",
            "NOT",
            "ON",
            "OR",
            "OVER",
            "SELECT",
            "SETS",
            "THEN",
            "UNION",
            "USING",
            "VALUES",
            "VARCHAR",
            "WHEN",
            "WHERE",
            "WINDOW");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("QUALIFY", "filter the window function in an outer SELECT"),
            Map.entry("PIVOT", "write one CASE per column"),
            Map.entry("UNPIVOT", "write a UNION ALL"),
            Map.entry("ASOF", "use LEFT JOIN and ROW_NUMBER"),
            Map.entry("RECURSIVE", "unroll the steps"),
            Map.entry("UNNEST", "use a child table"),
            Map.entry("LATERAL", "use a JOIN"),
            Map.entry("INTERVAL", "use ca_add_days"),
            Map.entry("EXTRACT", "use ca_midx or ca_month"),
            Map.entry("ILIKE", "compare LOWER(…)"),
            Map.entry("CURRENT_DATE", "bind :through"),
            Map.entry("CURRENT_TIMESTAMP", "bind :through"),
            Map.entry("NOW", "bind :through"),
            Map.entry("LIMIT", "the reader decides how many rows to see"),
            Map.entry("OFFSET", "the reader decides how many rows to see"),
            Map.entry("SAMPLE", "state the rows wanted"),
            Map.entry("TABLESAMPLE", "state the rows wanted"));
    private static final Map<String, String> REFUSED_CALLS = Map.of(
            "AVG", "divide sums after CAST(… AS DOUBLE)",
            "ROUND", "round once, where a person reads it",
            "MEDIAN", "engines disagree; take quantiles in Java",
            "QUANTILE", "engines disagree; take quantiles in Java",
            "PERCENTILE_CONT", "engines disagree; take quantiles in Java",
            "GREATEST", "engines disagree about NULL; use CASE",
            "LEAST", "engines disagree about NULL; use CASE",
            "CONCAT", "engines disagree about NULL; use ||");
    /** Columns of the ledger that are never null: an order by them needs no NULLS FIRST or LAST. */
    private static final Set<String> NEVER_NULL =
            Set.of("period", "starts_on", "ends_on", "ordinal", "grain", "state", "spell", "place");

    private static final Set<String> CLAUSES =
            Set.of("WHERE", "GROUP", "ORDER", "HAVING", "UNION", "EXCEPT", "INTERSECT", "WINDOW", "ON", "SELECT");

    private final SqlText text;
    private final Set<String> parameters;
    private final List<String> findings;
    private final List<SqlToken> tokens;

    private PortableSubset(SqlText text, Set<String> parameters, List<String> findings) {
        this.text = text;
        this.parameters = parameters;
        this.findings = findings;
        this.tokens = SqlLexer.tokens(text.sql()).stream()
                .filter(SqlToken::significant)
                .toList();
    }

    /** @param parameters names that may be bound */
    static void check(SqlText text, Set<String> parameters, List<String> findings) {
        new PortableSubset(text, parameters, findings).check();
    }

    private void check() {
        statement();
        for (int i = 0; i < tokens.size(); i++) {
            word(i);
            symbol(i);
            call(i);
            orders(i);
        }
        tables();
    }

    private void statement() {
        if (tokens.isEmpty()
                || !(tokens.getFirst().isWord("SELECT") || tokens.getFirst().isWord("WITH"))) {
            find(tokens.isEmpty() ? 0 : tokens.getFirst().line(), "a text is one SELECT (or WITH … SELECT).");
        }
        int depth = 0;
        boolean ordered = false;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            ordered |= depth == 0 && tokens.get(i).isWord("ORDER");
        }
        if (!ordered) {
            find(1, "the answer needs an ORDER BY: lists have a total order.");
        }
    }

    private void word(int i) {
        SqlToken token = tokens.get(i);
        switch (token.kind()) {
            case QUOTED ->
                find(token.line(), "%s is a quoted name; some engines read it as text.".formatted(token.text()));
            case STRING -> {
                if (token.text().contains("\\")) {
                    find(token.line(), "a backslash inside a literal; engines read it differently.");
                }
            }
            case PARAMETER -> {
                if (!parameters.contains(token.name())) {
                    find(
                            token.line(),
                            "there is no parameter %s; known are %s."
                                    .formatted(
                                            token.text(),
                                            parameters.stream().sorted().toList()));
                }
            }
            case BRACED -> {
                if (!LedgerTables.all().contains(token.name()) && !RuleTables.NAMES.contains(token.name())) {
                    find(token.line(), "there is no table %s.".formatted(token.text()));
                }
            }
            case WORD -> {
                String advice = WORDS.get(token.text().toUpperCase(Locale.ROOT));
                if (advice != null) {
                    find(token.line(), "%s is outside the portable subset: %s.".formatted(token.text(), advice));
                }
                if (token.isWord("BY") && next(i).isWord("ALL")) {
                    find(token.line(), "BY ALL is outside the portable subset: list the columns.");
                }
            }
            case SPACE, COMMENT, NUMBER, SYMBOL -> {}
        }
    }

    private void symbol(int i) {
        SqlToken token = tokens.get(i);
        switch (token.kind() == SqlToken.Kind.SYMBOL ? token.text() : "") {
            case ";" -> find(token.line(), "a text is one SELECT, without semicolon.");
            case "::" -> find(token.line(), "'::' is outside the portable subset: use CAST.");
            case "//" -> find(token.line(), "'//' is outside the portable subset: use ca_floordiv.");
            case "%" -> find(token.line(), "'%' is outside the portable subset: use ca_floordiv.");
            case "/" -> division(i);
            case "+", "-" -> dates(i);
            default -> {}
        }
    }

    /** Integers and decimals divide differently; only a double divides alike, and zero must become NULL. */
    private void division(int i) {
        int open = opening(i - 1);
        boolean doubles = open > 0
                && tokens.get(open - 1).isWord("CAST")
                && tokens.get(i - 2).isWord("DOUBLE")
                && tokens.get(i - 3).isWord("AS");
        if (!doubles || !next(i).isWord("NULLIF")) {
            find(tokens.get(i).line(), "'/' needs CAST(… AS DOUBLE) / NULLIF(…, 0).");
        }
    }

    private void dates(int i) {
        for (SqlToken side : List.of(i > 0 ? tokens.get(i - 1) : tokens.get(i), next(i))) {
            String word = side.text().toLowerCase(Locale.ROOT);
            if ((side.kind() == SqlToken.Kind.WORD && (word.endsWith("_on") || word.endsWith("_at")))
                    || (side.kind() == SqlToken.Kind.PARAMETER && isDay(side.name()))) {
                find(
                        tokens.get(i).line(),
                        "%s %s: date work goes through ca_add_days and ca_days."
                                .formatted(tokens.get(i).text(), side.text()));
            }
        }
    }

    private static boolean isDay(String parameter) {
        return Set.of("through", "period_from", "period_to").contains(parameter);
    }

    private void call(int i) {
        SqlToken token = tokens.get(i);
        if (token.kind() != SqlToken.Kind.WORD || !next(i).is("(")) {
            return;
        }
        String name = token.text().toUpperCase(Locale.ROOT);
        if (FUNCTIONS.contains(name)
                || BEFORE_PARENTHESIS.contains(name)
                || SqlMacros.isMacro(name)
                || WORDS.containsKey(name)
                || (i > 0 && tokens.get(i - 1).isWord("AS") && name.equals("DECIMAL"))
                || commonTables().contains(token.text())) {
            return;
        }
        String advice = REFUSED_CALLS.getOrDefault(
                name, "known are " + FUNCTIONS.stream().sorted().toList());
        find(token.line(), "%s( is outside the portable subset: %s.".formatted(token.text(), advice));
    }

    /** Tables stand in braces, so that the reader's filters and scope reach them; joins are written out. */
    private void tables() {
        Set<String> known = commonTables();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isWord("FROM") && !tokens.get(i).isWord("JOIN")) {
                continue;
            }
            SqlToken table = next(i);
            if (table.kind() == SqlToken.Kind.WORD && !known.contains(table.text()) && !previousIsDistinct(i)) {
                find(table.line(), "the table %s must be written {%s}.".formatted(table.text(), table.text()));
            }
            commas(i);
        }
    }

    /** IS DISTINCT FROM compares; it names no table. */
    private boolean previousIsDistinct(int i) {
        return i > 0 && tokens.get(i - 1).isWord("DISTINCT");
    }

    private void commas(int from) {
        int depth = 0;
        for (int i = from + 1; i < tokens.size() && depth >= 0; i++) {
            SqlToken token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && CLAUSES.contains(token.text().toUpperCase(Locale.ROOT))) {
                return;
            }
            if (depth == 0 && token.is(",") && !previousIsDistinct(from)) {
                find(token.line(), "tables are joined with JOIN … ON, not with a comma.");
                return;
            }
        }
    }

    private Set<String> commonTables() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean named = i > 0
                    && (tokens.get(i - 1).isWord("WITH") || tokens.get(i - 1).is(","));
            if (named && tokens.get(i + 1).isWord("AS") && tokens.get(i + 2).is("(")) {
                names.add(tokens.get(i).text());
            }
        }
        return names;
    }

    private void orders(int i) {
        if (!tokens.get(i).isWord("ORDER") || !next(i).isWord("BY")) {
            return;
        }
        List<SqlToken> item = new ArrayList<>();
        int depth = 0;
        for (int at = i + 2; at <= tokens.size(); at++) {
            SqlToken token = at < tokens.size() ? tokens.get(at) : tokens.getLast();
            boolean end = at == tokens.size()
                    || (depth == 0 && (token.is(")") || token.isWord("ROWS") || token.isWord("RANGE")));
            if (end || (depth == 0 && token.is(","))) {
                item(item);
                item.clear();
            } else {
                item.add(token);
            }
            if (end) {
                return;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
    }

    private void item(List<SqlToken> item) {
        List<SqlToken> words = item.stream()
                .filter(token -> !token.isWord("ASC") && !token.isWord("DESC"))
                .toList();
        boolean stated = item.stream().anyMatch(token -> token.isWord("NULLS"));
        boolean neverNull = !words.isEmpty()
                && words.size() <= 3
                && NEVER_NULL.contains(words.getLast().text().toLowerCase(Locale.ROOT));
        if (!stated && !neverNull) {
            find(item.isEmpty() ? 1 : item.getFirst().line(), "an ORDER BY item needs NULLS FIRST or NULLS LAST.");
        }
    }

    private int opening(int closing) {
        int depth = 0;
        for (int i = closing; i >= 0; i--) {
            depth += tokens.get(i).is(")") ? 1 : tokens.get(i).is("(") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private SqlToken next(int i) {
        return i + 1 < tokens.size() ? tokens.get(i + 1) : new SqlToken(SqlToken.Kind.SPACE, "", 0);
    }

    private void find(int line, String finding) {
        findings.add("%s:%d: %s".formatted(text.file(), text.firstLine() + Math.max(line, 1) - 1, finding));
    }
}
