package io.customerroom.ledger.definitions;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.definitions.ActivityDefinition.Booking;
import io.customerroom.ledger.definitions.ValueDefinition.Measure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads definition texts strictly and gathers all findings before it answers. */
final class DefinitionReader {

    private static final Set<String> CARD = Set.of("name", "version", "owner", "reason", "valid-from", "sign-off");
    private static final Set<String> ACTIVITY =
            Set.of("counts", "lapse-days", "lapse-days-by-segment", "booking", "contracts-count");
    private static final Set<String> VALUE = Set.of("window-months", "measure");
    private static final List<String> LINE_KINDS = List.of("sale", "return", "cancellation", "adjustment");

    private final List<String> findings = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /** One file; several definitions in it are separated by {@code ---}. */
    void read(String file, String text) {
        try {
            int document = 0;
            for (Object loaded : new Load(LoadSettings.builder().setLabel(file).build()).loadAllFromString(text)) {
                document++;
                one(document == 1 ? file : file + " (" + document + ")", loaded);
            }
        } catch (YamlEngineException e) {
            findings.add(file + ": not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    List<Definition> done() {
        if (!findings.isEmpty()) {
            throw Failure.yours(
                    "DEFINITION_INVALID",
                    String.join("\n", findings),
                    "Mend the files in definitions/; the guide shows each key.");
        }
        return List.copyOf(definitions);
    }

    private void one(String place, Object loaded) {
        if (!(loaded instanceof Map<?, ?> map)) {
            findings.add(place + ": a definition is a list of 'key: value' lines.");
            return;
        }
        StrictKeys keys = new StrictKeys(place, map, findings);
        int before = findings.size();
        String name = keys.text("name");
        switch (name) {
            case "activity" -> keys.allow(union(CARD, ACTIVITY));
            case "value" -> keys.allow(union(CARD, VALUE));
            default -> {
                if (!name.isEmpty()) {
                    findings.add("%s: there is no definition '%s'; there are activity and value.".formatted(place, name));
                }
                return;
            }
        }
        DefinitionCard card = card(keys, name);
        Definition definition = name.equals("activity") ? activity(keys, card) : value(keys, card);
        if (findings.size() == before && !ids.add(card.id())) {
            findings.add("%s: %s is defined twice.".formatted(place, card.id()));
        }
        definitions.add(definition);
    }

    private static DefinitionCard card(StrictKeys keys, String name) {
        return new DefinitionCard(
                name,
                keys.integer("version", 1, 9_999),
                keys.text("owner"),
                keys.text("reason"),
                keys.date("valid-from"),
                keys.texts("sign-off", List.of(), List.of()));
    }

    private static ActivityDefinition activity(StrictKeys keys, DefinitionCard card) {
        return new ActivityDefinition(
                card,
                new TreeSet<>(keys.texts("counts", List.of("sale"), LINE_KINDS)),
                keys.integer("lapse-days", 0, 36_500),
                keys.integers("lapse-days-by-segment", 0, 36_500),
                keys.choice("booking", Booking.class, Booking.AFTER_LAPSE),
                keys.flag("contracts-count", true));
    }

    private static ValueDefinition value(StrictKeys keys, DefinitionCard card) {
        return new ValueDefinition(
                card, keys.integer("window-months", 1, 120), keys.choice("measure", Measure.class, Measure.REVENUE));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }
}
