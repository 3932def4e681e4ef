package io.customerroom.app.cli;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.AnswerWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an answer is written. */
enum AnswerFormat {
    TABLE,
    JSON,
    CSV;

    static AnswerFormat named(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "FORMAT_NOT_OFFERED",
                        "The format '%s' is not offered here.".formatted(word),
                        "Offered are %s."
                                .formatted(Arrays.stream(values())
                                        .map(AnswerFormat::word)
                                        .collect(Collectors.joining(", ")))));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String text(Answer answer) {
        return switch (this) {
            case TABLE -> AnswerWriter.table(answer);
            case JSON -> AnswerWriter.json(answer) + "\n";
            case CSV -> AnswerWriter.csv(answer);
        };
    }
}
