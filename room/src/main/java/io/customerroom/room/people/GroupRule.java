package io.customerroom.room.people;

import io.customerroom.ledger.metrics.RowScope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a group of a provider makes of its members.
 *
 * @param scope whose rows they see; everything unless the line names segments or sites
 */
public record GroupRule(String group, Role role, RowScope scope) {

    public GroupRule {
        if (scope.restricted() && !role.canBeScoped()) {
            throw new IllegalArgumentException("the role %s cannot be kept to rows".formatted(role.words()));
        }
    }

    /** The first line that names one of the groups decides. Scopes are the provider's as soon as any line names one. */
    static Standing standing(List<GroupRule> rules, Collection<String> groups) {
        if (rules.isEmpty()) {
            return new Standing.AsInTheRoom();
        }
        boolean scopes = rules.stream().anyMatch(rule -> rule.scope().restricted());
        return rules.stream()
                .filter(rule -> groups.contains(rule.group()))
                .findFirst()
                .<Standing>map(rule ->
                        new Standing.ByGroup(rule.role(), scopes ? Optional.of(rule.scope()) : Optional.empty()))
                .orElseGet(Standing.Outside::new);
    }
}
