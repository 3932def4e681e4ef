package io.customerroom.app.cli;

import io.customerroom.kernel.Csv;
import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.definitions.DefinitionCard;
import io.customerroom.state.json.Json;
import io.customerroom.web.definitions.DefinitionWords;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Definitions as text for people and machines.
 *
 * @param inForce those of the company that today's ledger stands by
 */
record DefinitionsText(List<Definition> definitions, List<Definition> inForce) {

    private static final List<String> COLUMNS =
            List.of("definition", "rule", "version", "valid_from", "owner", "signed_off", "in_force");

    /** Up to it "valid from" means always, as on the pages. */
    private static final int FIRST_YEAR = 1900;

    /** One line each. */
    String list(AnswerFormat format) {
        return switch (format) {
            case TABLE -> table();
            case JSON ->
                Json.write(Map.of(
                                "definitions",
                                definitions.stream().map(this::object).toList()))
                        + "\n";
            case CSV -> Csv.of(COLUMNS, definitions.stream().map(this::fields).toList());
        };
    }

    /** The only one, with what it says. */
    String one(AnswerFormat format) {
        Definition definition = definitions.getFirst();
        return switch (format) {
            case TABLE ->
                pairs(definition).entrySet().stream()
                        .map(pair -> "%-20s %s%n".formatted(pair.getKey(), pair.getValue()))
                        .collect(Collectors.joining());
            case JSON -> Json.write(object(definition)) + "\n";
            case CSV ->
                Csv.of(
                        List.of("name", "value"),
                        pairs(definition).entrySet().stream()
                                .map(pair -> List.of(pair.getKey(), pair.getValue()))
                                .toList());
        };
    }

    private String table() {
        StringWriter text = new StringWriter();
        TextTable table = new TextTable("definition", "valid from", "owner", "signed off by", "in force", "rule");
        for (Definition definition : definitions) {
            DefinitionCard card = definition.card();
            table.add(
                    card.id(),
                    from(card),
                    card.owner(),
                    signed(card),
                    word(definition),
                    DefinitionWords.parts(definition).stream()
                            .map(part -> part.name() + " " + part.words())
                            .collect(Collectors.joining("; ")));
        }
        PrintWriter out = new PrintWriter(text);
        table.print(out);
        out.flush();
        return text.toString();
    }

    private List<String> fields(Definition definition) {
        DefinitionCard card = definition.card();
        return List.of(
                card.id(),
                card.rule(),
                Integer.toString(card.version()),
                card.validFrom().toString(),
                card.owner(),
                String.join(", ", card.signedOff()),
                Boolean.toString(inForce.contains(definition)));
    }

    private Map<String, Object> object(Definition definition) {
        DefinitionCard card = definition.card();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("definition", card.id());
        object.put("rule", card.rule());
        object.put("version", card.version());
        object.put("valid_from", card.validFrom().toString());
        object.put("owner", card.owner());
        object.put("reason", card.reason());
        object.put("signed_off", card.signedOff());
        object.put("in_force", inForce.contains(definition));
        object.put("says", says(definition));
        return object;
    }

    private Map<String, String> pairs(Definition definition) {
        DefinitionCard card = definition.card();
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("definition", card.id());
        pairs.put("question", DefinitionWords.title(definition));
        says(definition).forEach((name, words) -> pairs.put(name.toLowerCase(Locale.ROOT), words));
        pairs.put("reason", card.reason());
        pairs.put("owner", card.owner());
        pairs.put("valid from", from(card));
        pairs.put("signed off by", signed(card));
        pairs.put("in force", word(definition));
        return pairs;
    }

    private static Map<String, String> says(Definition definition) {
        Map<String, String> says = new LinkedHashMap<>();
        DefinitionWords.parts(definition).forEach(part -> says.put(part.name(), part.words()));
        return says;
    }

    /** A department's rule never is. */
    private String word(Definition definition) {
        return inForce.contains(definition) ? "yes" : definition.card().ofCompany() ? "no" : "beside it";
    }

    private static String from(DefinitionCard card) {
        return card.validFrom().getYear() <= FIRST_YEAR
                ? "the first day"
                : card.validFrom().toString();
    }

    private static String signed(DefinitionCard card) {
        return card.signedOff().isEmpty() ? "nobody yet" : String.join(", ", card.signedOff());
    }
}
