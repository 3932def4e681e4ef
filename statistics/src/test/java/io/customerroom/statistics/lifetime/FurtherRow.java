package io.customerroom.statistics.lifetime;

import java.util.Arrays;

/**
 * A row of further-figures.tsv.
 *
 * @param how the figure is held: see further_figures.py
 * @param parameters printed ones, or the name of the data to fit
 */
record FurtherRow(
        String id,
        String how,
        String model,
        String parameters,
        String quantity,
        String arguments,
        String published,
        String recomputed,
        String source) {

    static FurtherRow of(String[] cells) {
        return new FurtherRow(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8]);
    }

    /** Whether the model was fitted to data. */
    boolean fitted() {
        return !parameters.matches("[-0-9.e ]+") && !model.equals("Kaplan-Meier") && !model.equals("Aalen-Johansen");
    }

    double[] parameterValues() {
        return numbers(parameters);
    }

    double[] argumentValues() {
        return numbers(arguments);
    }

    int count(int argument) {
        return (int) argumentValues()[argument];
    }

    /** One unit of the last digit printed. */
    double lastDigit() {
        int point = published.indexOf('.');
        return point < 0 ? 1 : Math.pow(10, point + 1 - published.length());
    }

    private static double[] numbers(String text) {
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }
}
