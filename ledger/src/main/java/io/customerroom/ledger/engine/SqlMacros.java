package io.customerroom.ledger.engine;

import io.customerroom.kernel.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the five date macros of a portable text in an engine's own words. Arguments may hold macros themselves. */
public final class SqlMacros {

    private static final Map<String, Integer> ARGUMENTS =
            Map.of("ca_days", 2, "ca_add_days", 2, "ca_month", 1, "ca_midx", 1, "ca_floordiv", 2);

    private final Dialect dialect;
    private final List<SqlToken> tokens;
    private int at;

    private SqlMacros(Dialect dialect, List<SqlToken> tokens) {
        this.dialect = dialect;
        this.tokens = tokens;
    }

    public static String render(String sql, Dialect dialect) {
        SqlMacros macros = new SqlMacros(dialect, SqlLexer.tokens(sql));
        StringBuilder rendered = new StringBuilder();
        while (macros.at < macros.tokens.size()) {
            rendered.append(macros.piece());
        }
        return rendered.toString();
    }

    public static boolean isMacro(String word) {
        return ARGUMENTS.containsKey(word.toLowerCase(Locale.ROOT));
    }

    private String piece() {
        SqlToken token = tokens.get(at++);
        return token.kind() == SqlToken.Kind.WORD && isMacro(token.text()) ? macro(token) : token.text();
    }

    private String macro(SqlToken token) {
        String name = token.text().toLowerCase(Locale.ROOT);
        List<String> arguments = arguments(token);
        if (arguments.size() != ARGUMENTS.getOrDefault(name, 0)) {
            throw malformed(
                    token, "takes %d arguments, not %d".formatted(ARGUMENTS.getOrDefault(name, 0), arguments.size()));
        }
        return switch (name) {
            case "ca_days" -> dialect.days(arguments.get(0), arguments.get(1));
            case "ca_add_days" -> dialect.addDays(arguments.get(0), arguments.get(1));
            case "ca_month" -> dialect.month(arguments.get(0));
            case "ca_midx" -> dialect.monthIndex(arguments.get(0));
            default -> dialect.floorDivide(arguments.get(0), arguments.get(1));
        };
    }

    private List<String> arguments(SqlToken macro) {
        while (at < tokens.size() && !tokens.get(at).significant()) {
            at++;
        }
        if (at >= tokens.size() || !tokens.get(at).is("(")) {
            throw malformed(macro, "must be followed by its arguments in parentheses");
        }
        at++;
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        for (int depth = 0; at < tokens.size(); ) {
            SqlToken token = tokens.get(at);
            if (depth == 0 && (token.is(")") || token.is(","))) {
                at++;
                arguments.add(argument.toString().strip());
                argument.setLength(0);
                if (token.is(")")) {
                    return arguments;
                }
                continue;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            argument.append(piece());
        }
        throw malformed(macro, "has no closing parenthesis");
    }

    private static Failure malformed(SqlToken macro, String fault) {
        return Failure.yours(
                "SQL_MACRO_MALFORMED",
                "Line %d: %s %s.".formatted(macro.line(), macro.text(), fault),
                "Write ca_days(a, b), ca_add_days(d, n), ca_month(d), ca_midx(d) or ca_floordiv(a, b).");
    }
}
