package io.customerroom.acceptance.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An answer in CSV whose values hold no commas. */
record Table(List<String> header, List<List<String>> rows) {

    static Table of(String csv) {
        List<List<String>> lines =
                csv.lines().map(line -> List.of(line.split(",", -1))).toList();
        return new Table(lines.getFirst(), lines.subList(1, lines.size()));
    }

    int size() {
        return rows.size();
    }

    List<String> column(String name) {
        return rows.stream().map(row -> row.get(place(name))).toList();
    }

    BigDecimal number(int row, String name) {
        return new BigDecimal(rows.get(row).get(place(name)));
    }

    BigDecimal sum(String name) {
        return IntStream.range(0, size()).mapToObj(row -> number(row, name)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** These columns of every row, between blanks. */
    List<String> lines(String... names) {
        return rows.stream()
                .map(row -> Stream.of(names).map(name -> row.get(place(name))).collect(Collectors.joining(" ")))
                .toList();
    }

    private int place(String name) {
        int place = header.indexOf(name);
        if (place < 0) {
            throw new AssertionError("no column " + name + " among " + header);
        }
        return place;
    }
}
