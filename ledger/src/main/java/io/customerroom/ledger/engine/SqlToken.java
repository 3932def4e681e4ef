package io.customerroom.ledger.engine;

/**
 * One piece of an SQL text, exactly as it was written, so that the pieces joined give the text back.
 *
 * @param line counted from 1
 */
public record SqlToken(Kind kind, String text, int line) {

    /** What a piece is. {@code PARAMETER} is {@code :name}, {@code BRACED} is {@code {name}}, {@code QUOTED} a name in quotes. */
    public enum Kind {
        SPACE,
        COMMENT,
        WORD,
        NUMBER,
        STRING,
        QUOTED,
        PARAMETER,
        BRACED,
        SYMBOL
    }

    public boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** Neither space nor comment. */
    public boolean significant() {
        return kind != Kind.SPACE && kind != Kind.COMMENT;
    }

    /** The name in a parameter or in braces, without colon and braces; else the text. */
    public String name() {
        return switch (kind) {
            case PARAMETER -> text.substring(1);
            case BRACED -> text.substring(1, text.length() - 1).trim();
            case SPACE, COMMENT, WORD, NUMBER, STRING, QUOTED, SYMBOL -> text;
        };
    }
}
