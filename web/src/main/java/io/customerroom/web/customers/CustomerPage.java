package io.customerroom.web.customers;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.stays.ContractWorth;
import io.customerroom.walls.stays.RenewalGroup;
import io.customerroom.walls.worth.Basis;
import io.customerroom.walls.worth.Buyers;
import io.customerroom.walls.worth.Histories;
import io.customerroom.walls.worth.Score;
import io.customerroom.walls.worth.Worth;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.customers.CustomerLife.Cells;
import io.customerroom.web.tables.TableView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures and pictures of one customer's page. Empty where there is nothing to say, with the reason in words.
 *
 * @param contracts what those in force will still bring; empty for whoever is under no contract, or where no model stands
 */
record CustomerPage(CompanyFace company, Charts charts, WallQuery query, Optional<ContractWorth.Valued> contracts) {

    /** Longer paths are drawn from here back. */
    private static final int MOST_MONTHS = 60;

    /**
     * @param shown the figure, rounded for reading
     * @param beside interval, definition
     */
    record Tile(String label, String shown, String beside) {}

    /**
     * @param svg the picture, complete
     * @param narrow for a telephone; empty where there is one width only
     */
    record Picture(
            String id, String title, String second, String svg, String narrow, String caption, TableView table) {}

    List<Tile> tiles(CustomerLife life, Histories.Answer answer) {
        List<Tile> tiles = new ArrayList<>();
        contracts.ifPresent(valued -> tiles.add(paid(valued, answer)));
        tiles.addAll(bought(life, answer));
        return tiles;
    }

    private Tile paid(ContractWorth.Valued valued, Histories.Answer answer) {
        RenewalGroup group = valued.group();
        return new Tile(
                "Expected from contracts",
                money(valued.worth().value()),
                "%s interval from %s to %s; pays %s a month, renewed %s, %s of %s"
                        .formatted(
                                answer.assumptions().levelWords(),
                                money(valued.worth().interval().low()),
                                money(valued.worth().interval().high()),
                                money(group.stays().monthly().doubleValue()),
                                group.length() == 1 ? "monthly" : "every %d months".formatted(group.length()),
                                valued.choice().label(),
                                group.name().isEmpty() ? "those without segment" : group.name()));
    }

    /** Whoever is under contract is a customer by it; the models say whether they buy beside it. */
    private String alive() {
        return contracts.isPresent() ? "Still buys beside the contract with" : "Still a customer with";
    }

    private List<Tile> bought(CustomerLife life, Histories.Answer answer) {
        return score(life, answer)
                .map(score -> {
                    List<Tile> tiles = new ArrayList<>();
                    score.value()
                            .ifPresent(value -> tiles.add(new Tile(
                                    contracts.isPresent() ? "Expected from purchases" : "Expected revenue to come",
                                    money(value.value()),
                                    "%s interval from %s to %s"
                                            .formatted(
                                                    answer.assumptions().levelWords(),
                                                    money(value.interval().low()),
                                                    money(value.interval().high())))));
                    tiles.add(new Tile(alive(), percent(score.alive()) + " %", "after " + model(life, answer)));
                    tiles.add(new Tile(
                            "Purchases expected",
                            Numbers.fixed(WorthList.decimal(score.purchases(), 1), 1),
                            "in the next twelve months; a purchase is a day with a sale"));
                    life.state().ifPresent(state -> tiles.add(bought(state, life)));
                    return tiles;
                })
                .orElse(List.of());
    }

    private Tile bought(Buyers.State state, CustomerLife life) {
        BigDecimal sold = life.days().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Tile(
                "Bought on",
                Numbers.counted(life.days().size(), "day"),
                "%s in all, first on %s, last on %s"
                        .formatted(
                                money(sold.doubleValue()),
                                PeriodWords.day(state.firstOn()),
                                PeriodWords.day(state.lastOn())));
    }

    /** Why no value is told, or empty. */
    String unvalued(CustomerLife life, Histories.Answer answer) {
        if (life.days().isEmpty()) {
            return "Never bought by %s%s."
                    .formatted(
                            PeriodWords.day(life.last()),
                            contracts.isPresent() ? "; what is expected comes from contracts" : "");
        }
        return answer.worth() instanceof Worth.Refused refused ? refused.why() : "";
    }

    private static Optional<Score> score(CustomerLife life, Histories.Answer answer) {
        return basis(answer)
                .flatMap(basis -> life.state()
                        .map(state -> basis.of(List.of(state), life.last()).getFirst()));
    }

    private static Optional<Basis> basis(Histories.Answer answer) {
        return answer.worth() instanceof Worth.Valued valued ? Optional.of(valued.basis()) : Optional.empty();
    }

    private static String model(CustomerLife life, Histories.Answer answer) {
        return basis(answer)
                .map(basis -> basis.of(life.segment()).candidate().label())
                .orElse("");
    }

    List<Picture> pictures(CustomerLife life, Histories.Answer answer, Rows years) {
        List<Picture> pictures = new ArrayList<>();
        basis(answer).flatMap(basis -> path(life, basis)).ifPresent(pictures::add);
        contribution(years).ifPresent(pictures::add);
        return pictures;
    }

    /** P(alive) at the end of each month, by the model of today. */
    private Optional<Picture> path(CustomerLife life, Basis basis) {
        if (life.days().isEmpty()) {
            return Optional.empty();
        }
        CompanyCalendar calendar = company.calendar();
        List<Period> months = calendar.periods(Grain.MONTH, life.days().firstKey(), life.last());
        List<Period> drawn = months.subList(Math.max(0, months.size() - MOST_MONTHS), months.size());
        List<String> names = new ArrayList<>();
        List<@Nullable BigDecimal> values = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (Period month : drawn) {
            LocalDate end = month.lastDay().isAfter(life.last()) ? life.last() : month.lastDay();
            life.on(end).ifPresent(history -> {
                BigDecimal alive = WorthList.decimal(100 * basis.alive(life.segment(), history), 1);
                names.add(month.name());
                values.add(alive);
                rows.add(Row.of(
                        month.name(),
                        alive.toPlainString(),
                        Integer.toString(history.x() + 1),
                        Long.toString(Math.round(history.age() - history.recency()))));
            });
        }
        Table table = new Table(
                "One row per month, at its last day",
                List.of(
                        Column.key("period", "Month"),
                        Column.amount("alive", alive(), 1).in("%"),
                        Column.count("days", "Days with a purchase so far"),
                        Column.count("silence", "Days since the last one")),
                rows);
        Chart chart = new Chart.Line(
                "%", names, List.of(new Series("still a customer with", Tone.FIRST, values, 0)), Optional.empty());
        return Optional.of(picture(
                "alive-path",
                "%s %s %%".formatted(alive(), values.isEmpty() ? "–" : String.valueOf(values.getLast())),
                contracts.isPresent()
                        ? "Probability that the customer has not stopped buying, at the end of each month, %"
                        : "Probability that the customer has not left, at the end of each month, %",
                "By today’s model, %s, from what was known of this customer at the end of each month; a purchase brings it back up"
                        .formatted(basis.of(life.segment()).candidate().label()),
                chart,
                table));
    }

    private Optional<Picture> contribution(Rows years) {
        List<String> names = new ArrayList<>();
        List<@Nullable BigDecimal> bars = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        boolean costs = years.rows().stream()
                .anyMatch(year -> new Cells(years, year).number("contribution").isPresent());
        for (List<@Nullable Object> year : years.rows()) {
            Cells cells = new Cells(years, year);
            Optional<BigDecimal> revenue = cells.number("revenue");
            Optional<BigDecimal> contribution = cells.number("contribution");
            if (revenue.isPresent() || contribution.isPresent()) {
                names.add(cells.text("period"));
                bars.add((costs ? contribution : revenue).orElse(null));
                rows.add(Row.of(
                        cells.text("period"),
                        revenue.map(BigDecimal::toPlainString).orElse(null),
                        contribution.map(BigDecimal::toPlainString).orElse(null)));
            }
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String what = costs ? "contribution" : "revenue";
        String code = company.currency().getCurrencyCode();
        return Optional.of(picture(
                "contribution-by-year",
                costs ? "Contribution per year" : "Revenue per year; what it cost is not known",
                (costs ? "Revenue less cost of sales, cost to serve and cost to communicate, " : "Revenue, ") + code,
                "",
                new Chart.Bars(code, false, names, List.of(new Series(what, Tone.ORDINARY, bars, 0))),
                new Table(
                        "One row per year",
                        List.of(
                                Column.key("period", "Year"),
                                Column.amount("revenue", "Revenue", digits()).in(code),
                                Column.amount("contribution", "Contribution", digits())
                                        .in(code)),
                        rows)));
    }

    private Picture picture(String id, String title, String second, String caption, Chart chart, Table table) {
        return new Picture(
                id,
                title,
                second,
                charts.onPage(chart, id, title),
                charts.onTelephone(chart, id, title).orElse(""),
                caption,
                TableView.of(table, drill -> ""));
    }

    /** When the customer came, left and came back, oldest first, by the states of its periods. */
    List<String> spells(Rows states) {
        List<String> spells = new ArrayList<>();
        String open = "";
        for (List<@Nullable Object> row : states.rows()) {
            Cells cells = new Cells(states, row);
            String state = cells.text("state");
            String period = cells.text("period");
            if (state.equals("gained") || state.equals("regained")) {
                open = (state.equals("gained") ? "Customer from " : "Back from ") + period;
            } else if (state.equals("lost")) {
                spells.add((open.isEmpty() ? "Customer" : open) + " to " + period);
                open = "";
            }
        }
        if (!open.isEmpty()) {
            spells.add(open + " on");
        }
        return Collections.unmodifiableList(spells);
    }

    private static String percent(double share) {
        return Numbers.fixed(WorthList.decimal(100 * share, 1), 1);
    }

    private String money(double amount) {
        return company.currency().getCurrencyCode() + " "
                + Numbers.fixed(WorthList.decimal(amount, digits()), digits());
    }

    private int digits() {
        return Math.max(0, company.currency().getDefaultFractionDigits());
    }
}
