package io.customerroom.ledger.imports.plain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a plain file as one machine over its bytes: it counts rows, and stops at the first byte that does not fit. Cells may be
 * quoted; a quote inside a cell, a control character, an empty line and a spelling of nothing do not fit.
 *
 * <p>The machine is the product of the columns' shapes with the words that mean nothing, made once per file; bytes that lead to the same
 * places everywhere share a class, so that the table stays in the nearest cache.
 */
final class PlainRows {

    private static final int DOUBT = -1;

    private final byte[] classes = new byte[256];
    private final int[] next;
    private int state;
    private long rows;

    /**
     * One column.
     *
     * @param required whether an empty cell is no plain one
     * @param nothing words that mean the cell is empty
     */
    record Column(CellShape shape, boolean required, List<byte[]> nothing) {}

    private enum Mode {
        PLAIN,
        QUOTED,
        /** Behind the closing quote. */
        CLOSED,
        /** Between carriage return and line feed. */
        RETURNED
    }

    /**
     * @param word how much of which word that means nothing the cell repeats: position in the list of beginnings, −1 = none
     */
    private record Place(int column, Mode mode, int node, int word) {}

    PlainRows(List<Column> columns, char delimiter, boolean carriageReturns) {
        List<Words> words =
                columns.stream().map(column -> new Words(column.nothing())).toList();
        Maker maker = new Maker(columns, words, delimiter, carriageReturns);
        this.next = maker.table(classes);
    }

    /** Rows seen so far. */
    long rows() {
        return rows;
    }

    /** False at the first byte that does not fit; nothing may be asked afterwards. */
    boolean read(byte[] bytes, int from, int to) {
        int first = behindRow(bytes, from, to, from);
        int second = behindRow(bytes, from + (to - from) / 4, to, first);
        int third = behindRow(bytes, from + (to - from) / 2, to, second);
        int fourth = behindRow(bytes, to - (to - from) / 4, to, third);
        return walk(bytes, from, first) && lanes(bytes, first, second, third, fourth, to);
    }

    /** The first place at or behind {@code from} where a row begins, at least {@code least}; {@code to} where none does. */
    private static int behindRow(byte[] bytes, int from, int to, int least) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return Math.max(least, i + 1);
            }
        }
        return to;
    }

    private boolean walk(byte[] bytes, int from, int to) {
        int at = state;
        long ended = 0;
        for (int i = from; i < to; i++) {
            at = next[at + classes[bytes[i] & 0xff]];
            if (at <= 0) {
                if (at < 0) {
                    return false;
                }
                ended++;
            }
        }
        state = at;
        rows += ended;
        return true;
    }

    /**
     * Reads four stretches of whole rows at a time, the last of which may end inside one. A step of the machine waits for the step before it,
     * so that four machines take little longer than one. Each may begin anew, because behind a line feed there is only one place to be.
     */
    private boolean lanes(byte[] bytes, int first, int second, int third, int fourth, int to) {
        int a = 0;
        int b = 0;
        int c = 0;
        int d = 0;
        int together = Math.min(Math.min(second - first, third - second), Math.min(fourth - third, to - fourth));
        if (together == 0) {
            return walk(bytes, first, to);
        }
        long ended = 0;
        for (int i = 0; i < together; i++) {
            a = next[a + classes[bytes[first + i] & 0xff]];
            b = next[b + classes[bytes[second + i] & 0xff]];
            c = next[c + classes[bytes[third + i] & 0xff]];
            d = next[d + classes[bytes[fourth + i] & 0xff]];
            if ((a | b | c | d) < 0) {
                return false;
            }
            ended += (a - 1 >>> 31) + (b - 1 >>> 31) + (c - 1 >>> 31) + (d - 1 >>> 31);
        }
        rows += ended;
        return rest(bytes, a, first + together, second)
                && rest(bytes, b, second + together, third)
                && rest(bytes, c, third + together, fourth)
                && rest(bytes, d, fourth + together, to);
    }

    private boolean rest(byte[] bytes, int at, int from, int to) {
        state = at;
        return walk(bytes, from, to);
    }

    /** Whether the last row has ended. */
    boolean betweenRows() {
        return state == 0;
    }

    /** The beginnings of a few words. */
    private static final class Words {

        private final List<String> beginnings = new ArrayList<>();
        private final List<String> whole;

        Words(List<byte[]> words) {
            whole = words.stream()
                    .map(word -> new String(word, StandardCharsets.ISO_8859_1))
                    .toList();
            beginnings.add("");
            whole.forEach(word -> {
                for (int end = 1; end <= word.length(); end++) {
                    String beginning = word.substring(0, end);
                    if (!beginnings.contains(beginning)) {
                        beginnings.add(beginning);
                    }
                }
            });
        }

        int next(int word, int octet) {
            return word < 0 ? word : beginnings.indexOf(beginnings.get(word) + (char) octet);
        }

        boolean nothing(int word) {
            return word > 0 && whole.contains(beginnings.get(word));
        }
    }

    /** Walks all places that can be reached. */
    private static final class Maker {

        private static final Place START = new Place(0, Mode.PLAIN, CellShape.START, 0);

        private final List<Column> columns;
        private final List<Words> words;
        private final char delimiter;
        private final boolean carriageReturns;

        Maker(List<Column> columns, List<Words> words, char delimiter, boolean carriageReturns) {
            this.columns = columns;
            this.words = words;
            this.delimiter = delimiter;
            this.carriageReturns = carriageReturns;
        }

        /** Fills in the classes; the table holds, per place and class, where the next place begins in it, or {@link #DOUBT}. */
        int[] table(byte[] classes) {
            Map<Place, Integer> numbers = new LinkedHashMap<>();
            List<int[]> steps = new ArrayList<>();
            List<Place> waiting = new ArrayList<>(List.of(START));
            numbers.put(START, 0);
            for (int done = 0; done < waiting.size(); done++) {
                int[] row = new int[256];
                for (int octet = 0; octet < 256; octet++) {
                    Place to = step(waiting.get(done), octet);
                    row[octet] = to == null
                            ? DOUBT
                            : numbers.computeIfAbsent(to, place -> {
                                waiting.add(place);
                                return waiting.size() - 1;
                            });
                }
                steps.add(row);
            }
            return narrow(steps, classes);
        }

        private static int[] narrow(List<int[]> steps, byte[] classes) {
            Map<List<Integer>, Integer> alike = new HashMap<>();
            List<Integer> first = new ArrayList<>();
            for (int octet = 0; octet < 256; octet++) {
                int column = octet;
                List<Integer> leads = steps.stream().map(row -> row[column]).toList();
                Integer known = alike.putIfAbsent(leads, alike.size());
                if (known == null) {
                    first.add(octet);
                }
                classes[octet] = (byte) (known == null ? alike.size() - 1 : known);
            }
            int width = first.size();
            int[] table = new int[steps.size() * width];
            Arrays.fill(table, DOUBT);
            for (int place = 0; place < steps.size(); place++) {
                for (int i = 0; i < width; i++) {
                    int to = steps.get(place)[first.get(i)];
                    table[place * width + i] = to < 0 ? DOUBT : to * width;
                }
            }
            return table;
        }

        private @Nullable Place step(Place at, int octet) {
            return switch (at.mode) {
                case RETURNED -> octet == '\n' ? START : null;
                case CLOSED -> ends(octet) ? behind(at, octet) : null;
                case PLAIN -> plain(at, octet);
                case QUOTED -> quoted(at, octet);
            };
        }

        private @Nullable Place plain(Place at, int octet) {
            if (ends(octet)) {
                boolean emptyLine = columns.size() == 1 && at.node == CellShape.START;
                return mayEnd(at) && !emptyLine ? behind(at, octet) : null;
            }
            if (octet == '"') {
                return at.node == CellShape.START ? new Place(at.column, Mode.QUOTED, CellShape.START, 0) : null;
            }
            return inside(at, octet);
        }

        private @Nullable Place quoted(Place at, int octet) {
            if (octet == '"') {
                return mayEnd(at) ? new Place(at.column, Mode.CLOSED, CellShape.START, 0) : null;
            }
            return inside(at, octet);
        }

        private @Nullable Place inside(Place at, int octet) {
            int node = columns.get(at.column).shape().next(at.node, octet);
            return node < 0
                    ? null
                    : new Place(at.column, at.mode, node, words.get(at.column).next(at.word, octet));
        }

        private boolean mayEnd(Place at) {
            Column column = columns.get(at.column);
            return at.node == CellShape.START
                    ? !column.required()
                    : column.shape().ends(at.node) && !words.get(at.column).nothing(at.word);
        }

        private boolean ends(int octet) {
            return octet == delimiter || octet == '\n' || octet == '\r';
        }

        private @Nullable Place behind(Place at, int octet) {
            boolean last = at.column == columns.size() - 1;
            if (octet == delimiter) {
                return last ? null : new Place(at.column + 1, Mode.PLAIN, CellShape.START, 0);
            }
            if (octet == '\r') {
                return last && carriageReturns ? new Place(at.column, Mode.RETURNED, CellShape.START, 0) : null;
            }
            return last && !carriageReturns ? START : null;
        }
    }
}
