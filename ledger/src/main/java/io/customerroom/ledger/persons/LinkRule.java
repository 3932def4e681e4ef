package io.customerroom.ledger.persons;

import io.customerroom.ledger.workspace.StrictYaml;
import io.customerroom.ledger.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What makes two ids look like one customer: {@code identity.yaml} of the workspace. Without the file the same e-mail address and the same telephone number are
 * proposed, and nothing is certain.
 *
 * @param same what they have in common
 * @param certain whether a facilitator may join them without looking at each pair
 */
public record LinkRule(Same same, boolean certain) {

    /** What two ids can have in common. */
    public enum Same {
        EMAIL("email", "the same e-mail address"),
        PHONE("phone", "the same telephone number"),
        NAME_AND_ADDRESS("name-and-address", "the same name and address");

        private final String id;
        private final String words;

        Same(String id, String words) {
            this.id = id;
            this.words = words;
        }

        public String id() {
            return id;
        }

        /** For people: {@code the same e-mail address}. */
        public String words() {
            return words;
        }

        static Same of(String text) {
            return Arrays.stream(values())
                    .filter(same -> same.id.equals(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown"));
        }
    }

    static List<LinkRule> of(Workspace workspace) {
        Path file = workspace.root().resolve("identity.yaml");
        if (!Files.exists(file)) {
            return List.of(new LinkRule(Same.EMAIL, false), new LinkRule(Same.PHONE, false));
        }
        StrictYaml yaml = StrictYaml.read(file);
        List<LinkRule> rules = yaml.root().sectionsOf("rules").stream()
                .map(rule -> new LinkRule(
                        rule.value("same", Same::of, "email, phone or name-and-address")
                                .orElse(Same.EMAIL),
                        rule.value("certain", LinkRule::yes, "yes or no").orElse(false)))
                .toList();
        yaml.finish();
        return rules;
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException("neither");
        };
    }
}
