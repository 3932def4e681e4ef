package io.customerroom.ledger.imports.plain;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.mapping.ColumnRule;
import io.customerroom.ledger.imports.mapping.Input;
import io.customerroom.ledger.imports.mapping.Inputs;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.staging.StagingPass;
import io.customerroom.ledger.imports.values.DatePattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a mapping asks of each column, where it asks nothing that needs an interpreter.
 *
 * @param shapes of every column of the file, in order
 */
record PlainColumns(List<PlainRows.Column> shapes, List<PlainFacts.Cell> cells) {

    private static final Set<Input.Type> READ =
            Set.of(Input.Type.CUSTOMER, Input.Type.TEXT, Input.Type.AMOUNT, Input.Type.DATE);
    /** A machine for more would cost more than it saves. */
    private static final int MOST_COLUMNS = 200;

    private static final Set<String> INTERPRETED = Set.of("currency", "recorded");

    /**
     * Empty where rows have to be interpreted one by one: other kinds than purchases, codes, constants, foreign decimals, names of months,
     * moments of another zone, a stated delay, doubles to drop, or customers who were erased.
     *
     * @param first the first row, which shows whether dates have a time
     */
    static Optional<PlainColumns> of(StagingPass.Plan plan, List<String> first) {
        Mapping mapping = plan.mapping();
        if (mapping.fact() != FactKind.PURCHASE
                || mapping.dropDuplicates()
                || mapping.knownAfter().isPresent()
                || plan.anyErased()
                || !mapping.columns().containsKey("order")
                || plan.header().size() > MOST_COLUMNS) {
            return Optional.empty();
        }
        List<Optional<PlainRows.Column>> shapes = new ArrayList<>();
        plan.header().forEach(name -> shapes.add(Optional.empty()));
        List<PlainFacts.Cell> cells = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (Map.Entry<String, ColumnRule> entry : mapping.columns().entrySet()) {
            Input input = Inputs.of(mapping.fact(), entry.getKey()).orElseThrow();
            ColumnRule rule = entry.getValue();
            int column = rule.from().map(plan.header()::indexOf).orElse(-1);
            if (column < 0 || !taken.add(column) || interpreted(input, rule)) {
                return Optional.empty();
            }
            Optional<PlainFacts.Cell> cell =
                    cell(plan, input, rule, column, first.get(column).strip());
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            cells.add(cell.get());
            shapes.set(
                    column,
                    Optional.of(new PlainRows.Column(
                            shape(cell.get(), rule), required(mapping, input), nothing(mapping, rule))));
        }
        PlainRows.Column unread = new PlainRows.Column(new TextShape(false), false, List.of());
        return Optional.of(new PlainColumns(
                shapes.stream().map(shape -> shape.orElse(unread)).toList(), cells));
    }

    private static boolean interpreted(Input input, ColumnRule rule) {
        return !READ.contains(input.type())
                || INTERPRETED.contains(input.name())
                || !rule.lookups().isEmpty()
                || !rule.codes().isEmpty()
                || !rule.prefixes().isEmpty()
                || rule.otherwise().isPresent()
                || rule.decimal().filter(mark -> mark != '.').isPresent();
    }

    private static Optional<PlainFacts.Cell> cell(
            StagingPass.Plan plan, Input input, ColumnRule rule, int column, String first) {
        return switch (input.type()) {
            case AMOUNT ->
                Optional.of(new PlainFacts.Cell(
                        column, input.name(), PlainFacts.Type.AMOUNT, Optional.empty(), rule.negate()));
            case DATE -> date(plan, input, rule, column, first);
            default ->
                Optional.of(new PlainFacts.Cell(column, input.name(), PlainFacts.Type.TEXT, Optional.empty(), false));
        };
    }

    private static Optional<PlainFacts.Cell> date(
            StagingPass.Plan plan, Input input, ColumnRule rule, int column, String first) {
        boolean iso = rule.format().orElse(DatePattern.ISO).equalsIgnoreCase(DatePattern.ISO);
        Optional<DateShape> shape = iso
                ? Optional.of(first.length() > 10 ? DateShape.isoMoment() : DateShape.isoDay())
                : rule.format().flatMap(DateShape::of);
        boolean sameZone = plan.mapping().zone().map(plan.company()::equals).orElse(true);
        return shape.filter(found -> sameZone || !found.timed())
                .map(found -> new PlainFacts.Cell(
                        column,
                        input.name(),
                        found.engineFormat().isPresent()
                                ? PlainFacts.Type.FORMATTED
                                : found.timed() ? PlainFacts.Type.MOMENT : PlainFacts.Type.DAY,
                        found.engineFormat(),
                        false));
    }

    private static CellShape shape(PlainFacts.Cell cell, ColumnRule rule) {
        return switch (cell.type()) {
            case TEXT -> new TextShape(true);
            case AMOUNT -> new NumberShape();
            case DAY -> DateShape.isoDay();
            case MOMENT -> DateShape.isoMoment();
            case FORMATTED -> DateShape.of(rule.format().orElseThrow()).orElseThrow();
        };
    }

    /** A row without an order or an amount is set aside, or counted in another way. */
    private static boolean required(Mapping mapping, Input input) {
        boolean stated = mapping.columns().containsKey("amount");
        return input.filled()
                || switch (input.name()) {
                    case "order", "amount" -> true;
                    case "quantity", "unit_price" -> !stated;
                    default -> false;
                };
    }

    private static List<byte[]> nothing(Mapping mapping, ColumnRule rule) {
        List<String> all = new ArrayList<>(mapping.nulls());
        all.addAll(rule.nulls());
        return all.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
