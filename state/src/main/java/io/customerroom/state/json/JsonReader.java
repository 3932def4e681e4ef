package io.customerroom.state.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads RFC 8259 text by recursive descent, to a depth of 64. */
final class JsonReader {

    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    @Nullable
    Object document() {
        Object value = value();
        skipSpace();
        if (at < text.length()) {
            throw fault("nothing more");
        }
        return value;
    }

    private @Nullable Object value() {
        skipSpace();
        char c = at < text.length() ? text.charAt(at) : '\0';
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        enter();
        if (!accept('}')) {
            do {
                skipSpace();
                String key = string();
                expect(':');
                map.put(key, value());
            } while (accept(','));
            expect('}');
        }
        depth--;
        return map;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> list = new ArrayList<>();
        enter();
        if (!accept(']')) {
            do {
                list.add(value());
            } while (accept(','));
            expect(']');
        }
        depth--;
        return list;
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw fault("at most " + DEEPEST + " levels");
        }
    }

    private String string() {
        if (at >= text.length() || text.charAt(at) != '"') {
            throw fault("a text");
        }
        int begin = ++at;
        int plain = plainUntil(begin);
        if (plain < text.length() && text.charAt(plain) == '"') {
            at = plain + 1;
            return text.substring(begin, plain);
        }
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            plain = plainUntil(at);
            out.append(text, at, plain);
            at = plain;
            if (at < text.length() && text.charAt(at) == '"') {
                at++;
                return out.toString();
            }
            if (at < text.length()) {
                out.append(escaped());
                at++;
            }
        }
        throw fault("a closing quote");
    }

    /** Where the next quote or backslash stands, or the end: stored pictures are long texts with few of both. */
    private int plainUntil(int from) {
        int quote = text.indexOf('"', from);
        int end = quote < 0 ? text.length() : quote;
        int backslash = text.indexOf('\\', from, end);
        return backslash < 0 ? end : backslash;
    }

    private char escaped() {
        at++;
        char c = at < text.length() ? text.charAt(at) : '\0';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw fault("an escape");
        };
    }

    private char unicode() {
        if (at + 4 >= text.length()) {
            throw fault("four digits");
        }
        String digits = text.substring(at + 1, at + 5);
        try {
            at += 4;
            return (char) Integer.parseInt(digits, 16);
        } catch (NumberFormatException e) {
            throw fault("four digits");
        }
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw fault(word);
        }
        at += word.length();
        return meaning;
    }

    private BigDecimal number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return new BigDecimal(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw fault("a value");
        }
    }

    private boolean accept(char c) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw fault("'" + c + "'");
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException fault(String expected) {
        return new IllegalArgumentException("JSON position " + at + ": " + expected + " expected");
    }
}
