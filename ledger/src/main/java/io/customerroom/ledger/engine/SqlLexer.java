package io.customerroom.ledger.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an SQL text into pieces, so that nothing is ever replaced inside a literal, a quoted name or a comment.
 * An unfinished literal, comment or brace runs to the end of the text; the engine then names the mistake.
 */
public final class SqlLexer {

    private final String sql;
    private int at;
    private int line = 1;

    private SqlLexer(String sql) {
        this.sql = sql;
    }

    public static List<SqlToken> tokens(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        List<SqlToken> tokens = new ArrayList<>();
        while (lexer.at < sql.length()) {
            tokens.add(lexer.next());
        }
        return tokens;
    }

    private SqlToken next() {
        int start = at;
        int startLine = line;
        SqlToken.Kind kind = advance();
        String text = sql.substring(start, at);
        line += (int) text.chars().filter(c -> c == '\n').count();
        return new SqlToken(kind, text, startLine);
    }

    private SqlToken.Kind advance() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            skipWhile(Character::isWhitespace);
            return SqlToken.Kind.SPACE;
        }
        if (startsWith("--")) {
            skipWhile(other -> other != '\n');
            return SqlToken.Kind.COMMENT;
        }
        if (startsWith("/*")) {
            skipPast("*/");
            return SqlToken.Kind.COMMENT;
        }
        if (c == '\'') {
            skipQuoted('\'');
            return SqlToken.Kind.STRING;
        }
        if (c == '"' || c == '`') {
            skipQuoted(c);
            return SqlToken.Kind.QUOTED;
        }
        if (c == '{') {
            skipPast("}");
            return SqlToken.Kind.BRACED;
        }
        if (c == ':' && startsName(at + 1)) {
            at++;
            skipWhile(SqlLexer::inName);
            return SqlToken.Kind.PARAMETER;
        }
        if (startsName(at)) {
            skipWhile(SqlLexer::inName);
            return SqlToken.Kind.WORD;
        }
        if (Character.isDigit(c)) {
            skipWhile(other -> Character.isDigit(other) || other == '.');
            return SqlToken.Kind.NUMBER;
        }
        return symbol();
    }

    private SqlToken.Kind symbol() {
        boolean two = startsWith("::")
                || startsWith("//")
                || startsWith("||")
                || startsWith("<=")
                || startsWith(">=")
                || startsWith("<>")
                || startsWith("!=");
        at += two ? 2 : 1;
        return SqlToken.Kind.SYMBOL;
    }

    private void skipWhile(CharTest test) {
        while (at < sql.length() && test.holds(sql.charAt(at))) {
            at++;
        }
    }

    private void skipPast(String end) {
        int found = sql.indexOf(end, at + 1);
        at = found < 0 ? sql.length() : found + end.length();
    }

    /** A doubled quote stands for itself. */
    private void skipQuoted(char quote) {
        at++;
        while (at < sql.length()) {
            if (sql.charAt(at++) == quote) {
                if (at < sql.length() && sql.charAt(at) == quote) {
                    at++;
                } else {
                    return;
                }
            }
        }
    }

    private boolean startsWith(String text) {
        return sql.startsWith(text, at);
    }

    private boolean startsName(int index) {
        return index < sql.length() && (Character.isLetter(sql.charAt(index)) || sql.charAt(index) == '_');
    }

    private static boolean inName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    @FunctionalInterface
    private interface CharTest {
        boolean holds(char c);
    }
}
