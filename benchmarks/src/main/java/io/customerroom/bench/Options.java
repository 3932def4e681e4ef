package io.customerroom.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the caller asked for.
 *
 * @param pageSeconds how long walls are read at least; 0 means as long as the import lasts
 * @param only names of comparisons; empty means all
 * @param keep leaves the files for a look
 */
record Options(
        Path root, Path folder, long rows, int customers, int runs, int pageSeconds, List<String> only, boolean keep) {

    static final String USAGE = """
            ./bench [--rows N] [--customers N] [--runs N] [--page-seconds N] [--only NAME,NAME] [--folder DIR] [--keep]
              --rows       purchase lines, default 1000000; the budgets are meant for 10000000
              --customers  default a fiftieth of the rows
              --runs       interleaved runs of each side, default 3
              --page-seconds  how long fifty users read walls, default as long as the import lasts
              --only       of: start, import, build, cost, query, server, package, page, lifetime, worth
              --folder     where the files go, default the temporary folder""";

    static Options read(String... arguments) {
        long rows = 1_000_000;
        int customers = 0;
        int runs = 3;
        int pageSeconds = 0;
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        List<String> only = List.of();
        boolean keep = false;
        List<String> rest = new ArrayList<>(Arrays.asList(arguments));
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            if (option.equals("--keep")) {
                keep = true;
                continue;
            }
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(USAGE);
            }
            String value = rest.removeFirst();
            switch (option) {
                case "--rows" -> rows = number(option, value);
                case "--customers" -> customers = (int) number(option, value);
                case "--runs" -> runs = (int) number(option, value);
                case "--page-seconds" -> pageSeconds = (int) number(option, value);
                case "--only" -> only = List.of(value.split(","));
                case "--folder" -> folder = Path.of(value);
                default -> throw new IllegalArgumentException("There is no option " + option + ".\n" + USAGE);
            }
        }
        Path root = Path.of(System.getProperty("customer-room.root", ""));
        int people = customers > 0 ? customers : (int) Math.max(100, rows / 50);
        return new Options(root.toAbsolutePath(), folder, rows, people, runs, pageSeconds, only, keep);
    }

    boolean wants(String comparison) {
        return only.isEmpty() || only.contains(comparison);
    }

    private static long number(String option, String value) {
        String digits = value.replace("_", "");
        if (!digits.matches("[1-9]\\d{0,9}")) {
            throw new IllegalArgumentException(option + " takes a positive number, but was " + value + ".\n" + USAGE);
        }
        return Long.parseLong(digits);
    }
}
