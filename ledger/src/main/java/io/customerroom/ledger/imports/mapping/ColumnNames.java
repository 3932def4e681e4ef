package io.customerroom.ledger.imports.mapping;

import io.customerroom.ledger.facts.FactKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the columns of a file by their names, and by what stands in them where a name alone proves nothing. */
final class ColumnNames {

    private static final Set<String> MONTHLY =
            Set.of("mrr", "mrramount", "monthlyfee", "monthlyprice", "monthlyamount", "monthlycharges");
    private static final Map<String, List<String>> SURVEYS = new TreeMap<>(Map.of(
            "ces",
            List.of("effort"),
            "csat",
            List.of("satisfaction", "csat"),
            "nps",
            List.of("nps", "netpro", "recommend")));
    /** Who has no number is known by an address: another id space, so that no number is taken for one. */
    private static final List<String> ADDRESSES = List.of(
            "email",
            "mail",
            "emailaddress",
            "customeremail",
            "requesteremail",
            "contactemail",
            "recipientemail",
            "youremail",
            "emailbilling",
            "billingemail",
            "useremail");

    private static final Set<String> TOTALS = Set.of("total", "totalamount", "totalprice");
    private static final String ADDRESS_IDS = "email";
    private static final String GROUP_OF_A_SCORE = "_NPS_GROUP";
    private static final int HIGHEST_LIKELIHOOD = 10;

    private final FactKind fact;
    private final Sample sample;
    private final Map<String, ColumnName> names = new LinkedHashMap<>();
    private final Map<String, ColumnRule> columns = new LinkedHashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final List<String> findings = new ArrayList<>();

    ColumnNames(FactKind fact, Sample sample) {
        this.fact = fact;
        this.sample = sample;
        sample.header().forEach(column -> names.putIfAbsent(column, ColumnName.of(column)));
        List<Input> inputs = Inputs.of(fact);
        inputs.forEach(input -> take(input, List.of(Input.simple(input.name())), false));
        inputs.forEach(input -> take(input, input.others(), false));
        inputs.forEach(input -> {
            List<String> all = new ArrayList<>(List.of(Input.simple(input.name())));
            all.addAll(input.others());
            take(input, all, true);
        });
        alreadyMonthly();
        priceOfWhat();
        totalOfWhat();
        customerByAddress();
        scoreByItsQuestion();
        surveyOfItsScore();
        currencyInBrackets();
    }

    /** What each input is filled with, in the order of the kind's inputs. */
    Map<String, ColumnRule> columns() {
        Map<String, ColumnRule> ordered = new LinkedHashMap<>();
        Inputs.of(fact).stream()
                .map(Input::name)
                .forEach(name -> Optional.ofNullable(columns.get(name)).ifPresent(rule -> ordered.put(name, rule)));
        return ordered;
    }

    /** What the names leave open and only somebody who knows the file can say. */
    List<String> findings() {
        return findings;
    }

    /** Greenwich, where every column of moments says so; a file in which only some do is left to whoever knows it. */
    Optional<ZoneId> zone() {
        List<ColumnName> dates = columns.entrySet().stream()
                .filter(entry -> input(entry.getKey()).type() == Input.Type.DATE)
                .flatMap(entry -> entry.getValue().from().stream())
                .map(this::name)
                .toList();
        if (dates.stream().noneMatch(ColumnName::universal)) {
            return Optional.empty();
        }
        if (!dates.stream().allMatch(ColumnName::universal)) {
            findings.add(
                    "some columns of dates say UTC and some do not; add the line zone: UTC, or your own, to a mapping");
            return Optional.empty();
        }
        return Optional.of(ZoneId.of("UTC"));
    }

    private void take(Input input, List<String> known, boolean withoutBrackets) {
        if (columns.containsKey(input.name())) {
            return;
        }
        String best = null;
        int first = Integer.MAX_VALUE;
        for (String column : sample.header()) {
            int place = taken.contains(column) ? -1 : name(column).match(known, withoutBrackets);
            if (place >= 0 && place < first && speaks(input, column)) {
                first = place;
                best = column;
            }
        }
        if (best != null) {
            columns.put(input.name(), ColumnRule.from(best));
            taken.add(best);
        }
    }

    /** A column of codes of which we know none is another system's affair, unless a row cannot do without. */
    private boolean speaks(Input input, String column) {
        if (input.type() != Input.Type.CODE || input.mapped()) {
            return true;
        }
        List<String> cells = cells(column);
        return cells.isEmpty() || cells.stream().anyMatch(cell -> input.codes().containsKey(Input.simple(cell)));
    }

    /** A price per month is one whatever the billing: dividing it by the months of a bill would lose eleven twelfths. */
    private void alreadyMonthly() {
        if (MONTHLY.contains(core("amount"))) {
            columns.remove("billing");
        }
    }

    /** Beside a quantity, a price may be that of one piece or that of all of them; a wrong guess would multiply the revenue. */
    private void priceOfWhat() {
        if (fact == FactKind.PURCHASE
                && columns.containsKey("quantity")
                && !columns.containsKey("unit_price")
                && core("amount").equals("price")) {
            String column = from("amount");
            findings.add(
                    "column '%s' beside a quantity may be the price of one piece or of the whole line; add the line unit_price: \"%s\" or amount: \"%s\" to a mapping"
                            .formatted(column, column, column));
        }
    }

    /** A total beside quantity and price may be that of the order, written on its first row or on all of them. */
    private void totalOfWhat() {
        if (fact != FactKind.PURCHASE
                || !TOTALS.contains(core("amount"))
                || !columns.containsKey("quantity")
                || !columns.containsKey("unit_price")) {
            return;
        }
        int total = column("amount");
        int quantity = column("quantity");
        int price = column("unit_price");
        long other = sample.rows().stream()
                .filter(row -> !product(row.get(quantity), row.get(price)).equals(number(row.get(total))))
                .count();
        if (other > 0) {
            String name = sample.header().get(total);
            findings.add(
                    "column '%s' is not quantity × price in %d of %d rows and may be the total of an order; add the line amount: \"%s\" to a mapping if it is the revenue of the line, or leave it out there"
                            .formatted(name, other, sample.rows().size(), name));
        }
    }

    /** The column that fills an input which is known to be filled. */
    private String from(String input) {
        return Optional.ofNullable(columns.get(input)).flatMap(ColumnRule::from).orElseThrow();
    }

    private int column(String input) {
        return sample.header().indexOf(from(input));
    }

    private static Optional<BigDecimal> product(String quantity, String price) {
        return number(quantity).flatMap(pieces -> number(price).map(each -> scaled(pieces.multiply(each))));
    }

    private static Optional<BigDecimal> number(String cell) {
        return cell.strip().matches("-?\\d{1,12}(\\.\\d{1,6})?")
                ? Optional.of(scaled(new BigDecimal(cell.strip())))
                : Optional.empty();
    }

    /** To the cent, as totals are printed. */
    private static BigDecimal scaled(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP);
    }

    private void customerByAddress() {
        boolean wanted = Inputs.of(fact, "customer").isPresent() && !columns.containsKey("customer");
        if (wanted && fact != FactKind.CROSSWALK && fact != FactKind.REFERRAL) {
            names.entrySet().stream()
                    .filter(entry -> ADDRESSES.contains(entry.getValue().core()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .ifPresent(column ->
                            columns.put("customer", ColumnRule.from(column).withIds(ADDRESS_IDS)));
        }
    }

    /** A survey's column is often called by its question, and a tool may put the group beside the score. */
    private void scoreByItsQuestion() {
        if (fact != FactKind.FEEDBACK || columns.containsKey("score")) {
            return;
        }
        List<String> likelihoods = sample.header().stream()
                .filter(column -> !taken.contains(column))
                .filter(column -> sample.header().contains(column + GROUP_OF_A_SCORE)
                        || name(column).plain().contains("recommend"))
                .filter(this::holdsLikelihoods)
                .toList();
        if (likelihoods.size() == 1) {
            columns.put("score", ColumnRule.from(likelihoods.getFirst()));
            columns.putIfAbsent("survey", ColumnRule.always("nps"));
        }
    }

    /** Whole numbers from 0 to 10; rows of the tool's own beneath the header may say what they like. */
    private boolean holdsLikelihoods(String column) {
        List<String> cells = cells(column);
        long read = cells.stream()
                .filter(cell -> cell.matches("\\d{1,2}") && Integer.parseInt(cell) <= HIGHEST_LIKELIHOOD)
                .count();
        return read > 0 && read >= cells.size() - 2;
    }

    /** The name of a score's column often says which survey it is. */
    private void surveyOfItsScore() {
        if (fact != FactKind.FEEDBACK || !columns.containsKey("score") || columns.containsKey("survey")) {
            return;
        }
        String name = core("score");
        SURVEYS.entrySet().stream()
                .filter(survey -> survey.getValue().stream().anyMatch(name::contains))
                .findFirst()
                .ifPresent(survey -> columns.put("survey", ColumnRule.always(survey.getKey())));
    }

    private void currencyInBrackets() {
        if (Inputs.of(fact, "currency").isPresent() && !columns.containsKey("currency")) {
            Optional.ofNullable(columns.get("amount"))
                    .or(() -> Optional.ofNullable(columns.get("unit_price")))
                    .flatMap(ColumnRule::from)
                    .flatMap(column -> name(column).currency())
                    .ifPresent(code -> columns.put("currency", ColumnRule.always(code)));
        }
    }

    private String core(String input) {
        return Optional.ofNullable(columns.get(input))
                .flatMap(ColumnRule::from)
                .map(column -> name(column).core())
                .orElse("");
    }

    private List<String> cells(String column) {
        return sample.cells(sample.header().indexOf(column), Mapping.NULLS);
    }

    private ColumnName name(String column) {
        return Optional.ofNullable(names.get(column)).orElseGet(() -> ColumnName.of(column));
    }

    private Input input(String name) {
        return Inputs.of(fact, name).orElseThrow();
    }
}
