package io.customerroom.acceptance.walls;

import io.customerroom.testkit.company.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts before every text of a list what a browser would run if it were not escaped, and a spreadsheet if it were a formula. */
final class HostileTexts {

    /** Begins like a formula, leaves an attribute and a tag, and loads nothing. */
    static final String PAYLOAD = "=1+1'><img src=x onerror=alert(1)>";

    /** What no answer may hold as it is. */
    static final String TAG = "<img src=x";

    private static final Set<String> TEXTS = Set.of(
            "customer",
            "name",
            "segment",
            "site",
            "channel",
            "product",
            "category",
            "stage",
            "contact",
            "issue",
            "owner",
            "survey",
            "theme",
            "reason",
            "activity",
            "measure",
            "unit",
            "order",
            "contract",
            "ticket",
            "feedback",
            "referrer",
            "referred");

    private HostileTexts() {}

    static Sheet in(Sheet sheet) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : sheet.rows()) {
            List<@Nullable Object> hostile = new ArrayList<>(row);
            for (int column = 0; column < row.size(); column++) {
                if (TEXTS.contains(sheet.header().get(column))
                        && row.get(column) instanceof String text
                        && !text.isEmpty()) {
                    hostile.set(column, PAYLOAD + text);
                }
            }
            rows.add(hostile);
        }
        return new Sheet(sheet.name(), sheet.header(), rows);
    }
}
