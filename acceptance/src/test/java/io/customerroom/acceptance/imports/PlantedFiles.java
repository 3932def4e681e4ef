package io.customerroom.acceptance.imports;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.mapping.Input;
import io.customerroom.ledger.imports.mapping.Inputs;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Files of every kind of fact, made of the list of what a mapping can name: a row that can be read and one that cannot, both full of one person. */
final class PlantedFiles {

    private static final Set<String> LATER = Set.of("ended", "closed", "until", "noticed", "promised", "actual");
    private static final Set<String> WRITTEN = Set.of("reason", "theme", "issue", "activity");
    private static final Set<String> FIGURES = Set.of("amount", "value", "score", "quantity", "standard");

    /** Figures that say what another column says. */
    private static final Set<String> SAID_TWICE = Set.of("profit", "unit_price", "inverse");

    private PlantedFiles() {}

    /** As CSV: header, good row, bad row. */
    static String of(FactKind kind) {
        List<Input> inputs = Inputs.of(kind).stream()
                .filter(input -> !SAID_TWICE.contains(input.name()))
                .toList();
        return line(inputs.stream().map(Input::name).toList())
                + line(inputs.stream().map(input -> cell(kind, input, false)).toList())
                + line(inputs.stream().map(input -> cell(kind, input, true)).toList());
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(FactKind kind, Input input, boolean bad) {
        return switch (input.type()) {
            case CUSTOMER -> Set.of("other", "referred").contains(input.name()) ? Planted.OTHER_ID : Planted.ID;
            case PERSON ->
                switch (input.name()) {
                    case "name" -> Planted.NAME;
                    case "email" -> Planted.EMAIL;
                    case "phone" -> Planted.PHONE;
                    case "address" -> Planted.ADDRESS;
                    default -> Planted.SENTENCE;
                };
            case PERSONAL_TEXT -> Planted.OWN_WORDS + " " + Planted.SENTENCE;
            case TEXT -> WRITTEN.contains(input.name()) ? Planted.SENTENCE : word(kind, input.name(), bad);
            case CODE -> input.codes().values().iterator().next();
            case AMOUNT -> FIGURES.contains(input.name()) ? "5" : "";
            case FACTOR -> input.name().equals("rate") ? "1.5" : "";
            case COUNT -> input.name().equals("n") ? "1" : "";
            case SWITCH -> "yes";
            case DATE -> LATER.contains(input.name()) ? "" : bad ? "2025-13-45" : "2025-03-01";
        };
    }

    private static String word(FactKind kind, String name, boolean bad) {
        return switch (name) {
            case "currency" -> kind == FactKind.RATE ? "USD" : "EUR";
            case "billing" -> "month";
            case "survey" -> "nps";
            case "contract" -> "planted-contract";
            case "unit" -> "minutes";
            default -> "planted-" + name + (bad ? "-2" : "");
        };
    }
}
