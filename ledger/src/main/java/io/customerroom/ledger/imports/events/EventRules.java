package io.customerroom.ledger.imports.events;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.ledger.workspace.StrictYaml;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which events become facts, and by which saved mapping: {@code events.yaml} of the workspace. The first rule that fits counts; an event that fits none is
 * passed over.
 */
record EventRules(Path mappings, List<Rule> rules) {

    /**
     * One rule.
     *
     * @param event the name of a tracked event; empty = every event of the type
     * @param mapping name of a file in mappings/
     */
    record Rule(String type, Optional<String> event, String mapping) {

        boolean fits(EventMessage message) {
            return type.equals(message.type())
                    && (event.isEmpty() || event.get().equals(message.event().orElse("")));
        }
    }

    static EventRules of(Workspace workspace) {
        Path file = workspace.root().resolve("events.yaml");
        if (!Files.exists(file)) {
            throw Failure.yours(
                    "EVENTS_WITHOUT_RULES",
                    "The workspace does not say what events mean.",
                    "Write events.yaml with rules: type, event and the mapping in mappings/ that makes facts of them.");
        }
        StrictYaml yaml = StrictYaml.read(file);
        List<Rule> rules = new ArrayList<>();
        for (StrictYaml.Section rule : yaml.root().sectionsOf("rules")) {
            rules.add(new Rule(
                    rule.value("type", EventRules::type, "identify, track, page, screen or group")
                            .orElse(""),
                    rule.text("event"),
                    rule.value("mapping", EventRules::plainName, "the name of a file in mappings/")
                            .orElse("")));
        }
        yaml.finish();
        return new EventRules(workspace.mappings(), List.copyOf(rules));
    }

    /** The mapping of an event; empty where it is passed over. */
    Optional<String> mapping(EventMessage message) {
        return rules.stream()
                .filter(rule -> rule.fits(message))
                .map(Rule::mapping)
                .findFirst();
    }

    /** Reads a saved mapping as it is now. */
    Mapping read(String name) {
        Path file = mappings.resolve(plainName(name));
        try {
            return MappingYaml.read(Files.readString(file), name, Optional.empty());
        } catch (IOException e) {
            throw Failure.yours(
                    "MAPPING_UNREADABLE",
                    "The mapping '%s' of an event cannot be read.".formatted(name),
                    "Put it into mappings/, or name another one in events.yaml.");
        }
    }

    private static String type(String text) {
        if (!EventMessage.TYPES.contains(text)) {
            throw new IllegalArgumentException("unknown");
        }
        return text;
    }

    private static String plainName(String text) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException("no plain name");
        }
        return text;
    }
}
