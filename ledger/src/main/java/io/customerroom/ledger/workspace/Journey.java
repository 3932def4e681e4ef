package io.customerroom.ledger.workspace;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The stages of the customers' journey, in order, as {@code journey.yaml} names them. A missing file is an empty journey: the walls
 * then show the stages of the facts in the order of the alphabet.
 */
public record Journey(List<String> stages) {

    public Journey {
        stages = List.copyOf(stages);
    }

    public static Journey read(Workspace workspace) {
        return Files.exists(workspace.journey()) ? from(StrictYaml.read(workspace.journey())) : new Journey(List.of());
    }

    static Journey from(StrictYaml yaml) {
        List<String> stages = yaml.root().texts("stages");
        SequencedSet<String> seen = new LinkedHashSet<>();
        for (String stage : stages) {
            if (!seen.add(stage)) {
                yaml.root().refuse("stages", "the stage '%s' is given twice.".formatted(stage));
            }
        }
        yaml.finish();
        return new Journey(new ArrayList<>(seen));
    }

    /** These stages in the order of the journey; those it does not name come after, in the order of the alphabet. */
    public List<String> inOrder(List<String> found) {
        List<String> known = stages.stream().filter(found::contains).toList();
        List<String> others = found.stream()
                .distinct()
                .filter(stage -> !stages.contains(stage))
                .sorted()
                .toList();
        List<String> all = new ArrayList<>(known);
        all.addAll(others);
        return List.copyOf(all);
    }
}
