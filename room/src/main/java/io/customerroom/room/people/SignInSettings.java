package io.customerroom.room.people;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.ledger.workspace.StrictYaml;
import io.customerroom.ledger.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How people sign in, as {@code sign-in.yaml} of the workspace says. Without the file: by passwords of the room alone.
 *
 * @param provider at which people may prove who they are
 * @param newcomers whether an account is made at the first sign-in at the provider; default: only invited people get in
 * @param passwords the roles whose people may sign in with a password of the room; default: all
 * @param rules what groups of the provider make of their members, the first that fits; none: administrators give roles
 */
public record SignInSettings(
        Optional<ProviderSettings> provider, boolean newcomers, Set<Role> passwords, List<GroupRule> rules) {

    private static final String FILE = "sign-in.yaml";

    public SignInSettings {
        passwords = Set.copyOf(passwords);
        rules = List.copyOf(rules);
    }

    /** By passwords alone. */
    public static SignInSettings standard() {
        return new SignInSettings(Optional.empty(), false, EnumSet.allOf(Role.class), List.of());
    }

    /** Refuses a file that is not understood, with all findings together. */
    public static SignInSettings read(Workspace workspace) {
        Path file = workspace.root().resolve(FILE);
        return Files.exists(file) ? from(StrictYaml.read(file)) : standard();
    }

    /** Refuses a text that is not understood. */
    public static SignInSettings parse(String text) {
        return from(StrictYaml.parse(FILE, text));
    }

    private static SignInSettings from(StrictYaml yaml) {
        StrictYaml.Section root = yaml.root();
        Optional<ProviderSettings> provider = ProviderSettings.from(root.section("provider"));
        boolean newcomers = root.value("accounts", SignInSettings::newcomers, "'invited' or 'first-sign-in'")
                .orElse(false);
        Set<Role> passwords = root.value(
                        "passwords", SignInSettings::passwords, "'everybody', 'administrators' or 'nobody'")
                .orElseGet(() -> EnumSet.allOf(Role.class));
        List<GroupRule> rules = rules(root);
        if (newcomers && rules.isEmpty()) {
            root.refuse("accounts", "first-sign-in needs roles: nobody would know what a newcomer may do.");
        }
        yaml.finish();
        return new SignInSettings(provider, newcomers, passwords, rules);
    }

    private static List<GroupRule> rules(StrictYaml.Section root) {
        List<GroupRule> rules = new ArrayList<>();
        for (StrictYaml.Section line : root.sectionsOf("roles")) {
            Optional<String> group = line.text("group");
            Optional<Role> role = line.value("role", Role::of, "a role such as viewer");
            RowScope scope = RowScope.of(line.texts("segments"), line.texts("sites"));
            if (group.isEmpty() || role.isEmpty()) {
                line.refuse("group", "a line of roles needs a group and a role.");
            } else if (scope.restricted() && !role.get().canBeScoped()) {
                line.refuse(
                        "role",
                        "the role %s cannot be kept to segments or sites."
                                .formatted(role.get().words()));
            } else {
                rules.add(new GroupRule(group.get(), role.get(), scope));
            }
        }
        return rules;
    }

    private static boolean newcomers(String word) {
        return switch (word) {
            case "invited" -> false;
            case "first-sign-in" -> true;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Set<Role> passwords(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "everybody" -> EnumSet.allOf(Role.class);
            case "administrators" -> EnumSet.of(Role.ADMINISTRATOR);
            case "nobody" -> EnumSet.noneOf(Role.class);
            default -> throw new IllegalArgumentException(word);
        };
    }

    /** What somebody with these groups is in the room. */
    public Standing standing(Set<String> groups) {
        return GroupRule.standing(rules, groups);
    }

    /** The provider; refused where there is none. */
    public ProviderSettings requireProvider() {
        return provider.orElseThrow(() -> Failure.yours(
                "PROVIDER_NOT_SET",
                "People sign in here with passwords alone.",
                "An administrator names a provider in sign-in.yaml of the workspace."));
    }
}
