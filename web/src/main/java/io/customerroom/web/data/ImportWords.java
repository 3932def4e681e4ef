package io.customerroom.web.data;

import io.customerroom.ledger.imports.ImportResult;
import io.customerroom.ledger.imports.Preview;
import io.customerroom.walls.exhibit.Numbers;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Imports and dry runs in a sentence: rows read = kept + set aside. */
final class ImportWords {

    private ImportWords() {}

    /** What a dry run found. */
    static String of(Preview preview) {
        long aside =
                preview.setAside().values().stream().mapToLong(Long::longValue).sum();
        String reasons = preview.setAside().isEmpty() ? "" : " Reasons: " + reasons(preview.setAside()) + ".";
        return "%s rows read = %s would be kept + %s set aside.%s Nothing was imported."
                .formatted(
                        Numbers.whole(preview.read()),
                        Numbers.whole(preview.read() - aside),
                        Numbers.whole(aside),
                        reasons);
    }

    private static String reasons(Map<String, Long> setAside) {
        return setAside.entrySet().stream()
                .map(reason -> reason.getValue() + " × "
                        + reason.getKey().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    /** What an import did. */
    static String of(ImportResult result) {
        String again = result.again()
                ? "The same file was imported before; nothing was written. "
                        + result.replacedSince().map(since -> since + " ").orElse("")
                : "";
        return "%sBatch %s: %s rows read = %s kept + %s set aside."
                .formatted(
                        again,
                        result.receipt().batch(),
                        Numbers.whole(result.receipt().counts().read()),
                        Numbers.whole(result.receipt().counts().kept()),
                        Numbers.whole(result.receipt().counts().allSetAside()));
    }
}
