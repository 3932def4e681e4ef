package io.customerroom.walls.asset;

import io.customerroom.ledger.definitions.ContractPreset;
import io.customerroom.ledger.definitions.ContractSwitch;
import io.customerroom.ledger.definitions.ContractSwitches;
import io.customerroom.ledger.definitions.ContractsDefinition;
import io.customerroom.ledger.metrics.RecurringFlow;
import io.customerroom.statistics.Ratio;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.ContractWords;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the period's movements of contracts would be if a switch of the definition stood otherwise, and by the rules of other systems: the same contracts,
 * counted differently.
 *
 * @param ours the company's definition on the last day known
 */
record ContractSwitchExhibits(WallQuery query, Currency currency, Readings readings, ContractsDefinition ours) {

    /** Tried where a switch counts days: the vendors' own. */
    private static final Map<ContractSwitch, String> DAYS =
            Map.of(ContractSwitch.REACTIVATION_DAYS, "90", ContractSwitch.DUNNING_DAYS, "15");

    /** One way to count, not asked for yet. */
    private record Way(String what, String how, Map<String, String> where) {

        /** As the metric is asked for it among others. */
        String text() {
            return where.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining(","));
        }
    }

    /** One way to count. */
    private record Counted(String what, String how, Map<String, String> where, Line line) {

        BigDecimal closing() {
            return amount(line, "closing");
        }

        /** What its bar is called. */
        String label() {
            String late = ContractSwitch.RECOVERED.parameter();
            return where.entrySet().stream()
                    .filter(each -> each.getKey().equals(late) || !where.containsKey(late))
                    .map(each -> ContractSwitch.ofParameter(each.getKey())
                            .map(of -> ContractWords.brief(of, each.getValue()))
                            .orElse(each.getValue()))
                    .collect(Collectors.joining("; "));
        }
    }

    /**
     * Empty where no contract ran.
     *
     * @param reading by our own definition
     */
    List<Exhibit> of(Reading reading) {
        Optional<Line> now = reading.lines(query.period().name()).stream().findFirst();
        if (now.isEmpty()
                || now.get().count("customers_opening") == 0 && now.get().count("customers_closing") == 0) {
            return List.of();
        }
        List<Way> turned = turned();
        List<Way> theirs = theirs();
        Map<String, Line> counted =
                counted(Stream.concat(turned.stream(), theirs.stream()).toList());
        return List.of(
                switches(reading, now.get(), among(counted, turned)),
                vendors(reading, now.get(), among(counted, theirs)));
    }

    private List<Way> turned() {
        List<Way> ways = new ArrayList<>();
        for (ContractSwitch each : ContractSwitch.values()) {
            for (String value : values(each)) {
                if (!value.equals(ours.switches().of(each))) {
                    ways.add(new Way(ContractWords.name(each), ContractWords.says(each, value), turned(each, value)));
                }
            }
        }
        return ways;
    }

    private List<Way> theirs() {
        return Arrays.stream(ContractPreset.values())
                .map(preset -> new Way(
                        preset.vendor(),
                        Integer.toString(ours.switches()
                                .unlike(preset.beside(ours).switches())
                                .size()),
                        Map.of("definition", preset.id())))
                .toList();
    }

    private static List<Counted> among(Map<String, Line> counted, List<Way> ways) {
        return ways.stream()
                .filter(way -> counted.containsKey(way.text()))
                .map(way -> new Counted(
                        way.what(), way.how(), way.where(), Objects.requireNonNull(counted.get(way.text()))))
                .toList();
    }

    private Exhibit switches(Reading reading, Line now, List<Counted> otherwise) {
        List<Counted> moved = otherwise.stream()
                .filter(it -> it.closing().compareTo(amount(now, "closing")) != 0)
                .toList();
        return new Exhibit(
                "contract-switches",
                switchesTitle(otherwise, now),
                "What a month would be worth at the end, and who would be lost, if one switch of %s stood otherwise, %s; %s; %s"
                        .formatted(
                                ours.card().id(),
                                currency.getCurrencyCode(),
                                PeriodWords.population(query),
                                PeriodWords.of(query)),
                List.of(),
                moved.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Bars(
                                currency.getCurrencyCode() + " a month more or less at the end",
                                true,
                                moved.stream().map(Counted::label).toList(),
                                List.of(new Series("gap", Tone.ORDINARY, gaps(moved, now), 0)))),
                moved.isEmpty()
                        ? "No switch changes what a month is worth at the end."
                        : "Each bar turns one switch alone; two that are turned together need not add up.",
                new Table(
                        "One row per switch and choice; what differs from %s"
                                .formatted(ours.card().id()),
                        List.of(
                                Column.key("decision", "Decision"),
                                Column.text("otherwise", "If it said"),
                                MoneyWords.column("closing_gap", "A month at the end, gap", currency),
                                Column.count("customers_gap", "Customers at the end, gap"),
                                MoneyWords.column("churn_gap", "Lost a month, gap", currency),
                                Column.count("lost_gap", "Customers lost, gap"),
                                Column.text("gross_churn", "Gross churn, %")),
                        otherwise.stream().map(it -> row(it, now)).toList()),
                reading.warnings(),
                reading.source());
    }

    private String switchesTitle(List<Counted> otherwise, Line now) {
        return otherwise.stream()
                .max(Comparator.comparing(
                        it -> it.closing().subtract(amount(now, "closing")).abs()))
                .filter(it -> it.closing().compareTo(amount(now, "closing")) != 0)
                .map(it -> "One decision moves %s a month: %s %s"
                        .formatted(
                                MoneyWords.of(
                                        it.closing()
                                                .subtract(amount(now, "closing"))
                                                .abs(),
                                        currency),
                                lower(it.what()),
                                it.how()))
                .orElse("However contracts are counted, a month is worth the same at the end");
    }

    private Exhibit vendors(Reading reading, Line now, List<Counted> all) {
        List<Row> rows = new ArrayList<>();
        rows.add(vendorRow(new Counted("ours: " + ours.card().id(), "0", Map.of(), now), now));
        all.forEach(it -> rows.add(vendorRow(it, now)));
        List<@Nullable BigDecimal> churn = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Counted each : all) {
            names.add(each.what());
            churn.add(gross(each.line()) instanceof Ratio.Defined defined ? defined.percent(2) : null);
        }
        names.addFirst("ours");
        churn.addFirst(gross(now) instanceof Ratio.Defined defined ? defined.percent(2) : null);
        return new Exhibit(
                "contract-vendors",
                vendorsTitle(all, now),
                "The same contracts by the published rules of other systems, as far as these tell, %s; %s; %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.of(new Chart.Bars(
                        "gross churn, % of the monthly value at the start",
                        true, names, List.of(new Series("gross churn", Tone.ORDINARY, churn, 0)))),
                "What a vendor does not tell is counted as ours. The bridge from ours to theirs, switch by switch, stands under Definitions.",
                new Table(
                        "One row per system, ours first",
                        List.of(
                                Column.key("system", "Counted like"),
                                Column.count("unlike", "Switches unlike ours"),
                                MoneyWords.column("closing", "A month at the end", currency),
                                Column.count("customers_closing", "Customers at the end"),
                                MoneyWords.column("churn", "Lost a month", currency),
                                Column.count("customers_churn", "Customers lost"),
                                Column.text("gross_churn", "Gross churn, %"),
                                MoneyWords.column("closing_gap", "A month at the end, gap to ours", currency)),
                        rows),
                reading.warnings(),
                reading.source());
    }

    private String vendorsTitle(List<Counted> all, Line now) {
        List<BigDecimal> rates = new ArrayList<>();
        all.forEach(it -> percent(it.line()).ifPresent(rates::add));
        percent(now).ifPresent(rates::add);
        return rates.isEmpty()
                ? "No contract ran at the start, so none could be given up"
                : "Gross churn is %s %% or %s %%, depending on who counts"
                        .formatted(
                                Numbers.fixed(
                                        rates.stream()
                                                .min(Comparator.naturalOrder())
                                                .orElseThrow(),
                                        2),
                                Numbers.fixed(
                                        rates.stream()
                                                .max(Comparator.naturalOrder())
                                                .orElseThrow(),
                                        2));
    }

    private Row vendorRow(Counted it, Line now) {
        return Row.of(
                        it.what(),
                        it.how(),
                        Contribution.exact(it.closing()),
                        it.line().exact("customers_closing"),
                        Contribution.exact(amount(it.line(), "churn")),
                        it.line().exact("customers_churn"),
                        gross(it.line()) instanceof Ratio.Defined gross
                                ? Numbers.fixed(gross.percent(2), 2)
                                : gross(it.line()).text(),
                        Contribution.exact(it.closing().subtract(amount(now, "closing"))))
                .to(new Drill(ContractExhibits.METRIC, query.period().name(), it.where()));
    }

    private Row row(Counted it, Line now) {
        return Row.of(
                        it.what(),
                        it.how(),
                        Contribution.exact(it.closing().subtract(amount(now, "closing"))),
                        Long.toString(it.line().count("customers_closing") - now.count("customers_closing")),
                        Contribution.exact(amount(it.line(), "churn").subtract(amount(now, "churn"))),
                        Long.toString(it.line().count("customers_churn") - now.count("customers_churn")),
                        gross(it.line()) instanceof Ratio.Defined gross
                                ? Numbers.fixed(gross.percent(2), 2)
                                : gross(it.line()).text())
                .to(new Drill(ContractExhibits.METRIC, query.period().name(), it.where()));
    }

    /** The choices of a switch that are tried; days since which ends are told move nothing here. */
    private static List<String> values(ContractSwitch of) {
        if (of == ContractSwitch.RECORDS_FROM) {
            return List.of();
        }
        List<String> values = new ArrayList<>(of.words());
        Optional.ofNullable(DAYS.get(of)).ifPresent(values::add);
        return values;
    }

    /** Who pays late can only resume where late payment is a loss. */
    private Map<String, String> turned(ContractSwitch each, String value) {
        Map<String, String> turned = new TreeMap<>(Map.of(each.parameter(), value));
        if (each == ContractSwitch.RECOVERED
                && ContractSwitches.OPEN.contains(ours.switches().of(ContractSwitch.DUNNING_DAYS))) {
            turned.put(ContractSwitch.DUNNING_DAYS.parameter(), "15");
        }
        return turned;
    }

    /** All ways in one question, by their text. */
    private Map<String, Line> counted(List<Way> ways) {
        String otherwise = ways.stream().map(Way::text).collect(Collectors.joining(";"));
        Map<String, Line> counted = new HashMap<>();
        readings.part(ContractExhibits.METRIC, query.period(), query.period(), query, Map.of("otherwise", otherwise))
                .lines(query.period().name())
                .forEach(line -> counted.put(line.named("otherwise", ""), line));
        return counted;
    }

    private static List<@Nullable BigDecimal> gaps(List<Counted> moved, Line now) {
        List<@Nullable BigDecimal> gaps = new ArrayList<>();
        moved.forEach(it -> gaps.add(it.closing().subtract(amount(now, "closing"))));
        return gaps;
    }

    private static Optional<BigDecimal> percent(Line line) {
        return gross(line) instanceof Ratio.Defined defined ? Optional.of(defined.percent(2)) : Optional.empty();
    }

    private static Ratio gross(Line line) {
        return new RecurringFlow(
                        amount(line, "opening"),
                        amount(line, "new"),
                        amount(line, "expansion"),
                        amount(line, "contraction"),
                        amount(line, "churn"),
                        amount(line, "reactivation"),
                        amount(line, "resumption"),
                        amount(line, "pause"))
                .grossChurn();
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private static BigDecimal amount(Line line, String column) {
        return line.number(column).orElse(BigDecimal.ZERO);
    }
}
