package io.customerroom.web.customers;

import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.worth.WorthTable.By;
import io.customerroom.walls.worth.WorthTable.Member;
import io.customerroom.web.tables.TableView;
import io.customerroom.web.walls.WallAddress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What customers are worth by a dimension that the reader chooses; each of its members opens to its customers. */
record WorthMembers(WallQuery query, WorthPart part, Currency currency) {

    /** @param href empty for the one that is shown */
    record Choice(String label, String href, boolean current) {}

    List<Choice> choices() {
        return Arrays.stream(By.values())
                .map(by -> new Choice(
                        "by " + by.words(),
                        "/worth" + WallAddress.suffix(query)
                                + WorthPart.of(Map.of())
                                        .of(by, Optional.empty())
                                        .suffix(),
                        by == part.by()))
                .toList();
    }

    static String label(By by) {
        return switch (by) {
            case SEGMENT -> "Segment";
            case SITE -> "Site";
            case CHANNEL -> "Channel";
            case COHORT -> "Month of the first purchase";
        };
    }

    TableView table(List<Member> members) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        List<Row> rows = new ArrayList<>();
        long customers = 0;
        double alive = 0;
        double purchases = 0;
        BigDecimal value = BigDecimal.ZERO;
        for (Member member : members) {
            rows.add(row(
                            member.name().isEmpty() ? "none" : member.name(),
                            member.customers(),
                            member.alive(),
                            member.purchases(),
                            member.value())
                    .to(new Drill("customer-worth", query.period().name(), Map.of("of", member.name()))));
            customers += member.customers();
            alive += member.alive();
            purchases += member.purchases();
            value = member.value() == null ? value : value.add(member.value());
        }
        boolean valued = members.stream().anyMatch(member -> member.value() != null);
        rows.add(row("together", customers, alive, purchases, valued ? value : null));
        return TableView.of(
                new Table(
                        "One row per part, its customers behind its name; all parts add up to the last row",
                        List.of(
                                Column.key("member", label(part.by())),
                                Column.count("customers", "Customers who ever bought"),
                                Column.amount("alive", "Expected to be customers still", 1),
                                Column.amount("purchases", "Purchases expected in the next 12 months", 1),
                                Column.amount("value", "Value, " + currency.getCurrencyCode(), digits)),
                        rows),
                drill -> "/worth" + WallAddress.suffix(query)
                        + WorthPart.of(Map.of())
                                .of(part.by(), Optional.ofNullable(drill.where().get("of")))
                                .suffix());
    }

    private static Row row(String name, long customers, double alive, double purchases, @Nullable BigDecimal value) {
        return Row.of(
                name,
                Long.toString(customers),
                WorthList.decimal(alive, 1).toPlainString(),
                WorthList.decimal(purchases, 1).toPlainString(),
                value == null ? null : value.toPlainString());
    }
}
