package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.imports.mapping.Input;
import io.customerroom.ledger.imports.source.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells rows about erased customers, so that none of their words comes back by way of the quarantine. */
final class ErasedRows {

    private final StagingPass.Plan plan;
    private final List<Input> inputs;
    private final CustomerKeys keys;
    private final Set<String> spaces;

    /**
     * @param spaces the id spaces that the mapping names customers in; grows while readers are made
     */
    ErasedRows(StagingPass.Plan plan, List<Input> inputs, CustomerKeys keys, Set<String> spaces) {
        this.plan = plan;
        this.inputs = inputs;
        this.keys = keys;
        this.spaces = spaces;
    }

    /** Any cell that is the id of an erased customer hides the whole row. */
    boolean about(Row row) {
        if (!plan.anyErased()) {
            return false;
        }
        if (row.fault() != null) {
            return true; // whom a line is about that cannot be taken apart is not known
        }
        return row.texts().stream().anyMatch(this::erased)
                || customersElsewhere(row).anyMatch(this::erased);
    }

    private boolean erased(String cell) {
        String id = CustomerKeys.trimmed(cell);
        return !id.isEmpty()
                && spaces.stream()
                        .anyMatch(space ->
                                plan.erased().test(keys.key(space, id).value())
                                        || id.endsWith(".0")
                                                && plan.erased()
                                                        .test(keys.key(space, id.substring(0, id.length() - 2))
                                                                .value()));
    }

    /** The customers whom another file names for this row. */
    private Stream<String> customersElsewhere(Row row) {
        return inputs.stream()
                .filter(input -> input.type() == Input.Type.CUSTOMER)
                .flatMap(input -> Optional.ofNullable(plan.mapping().columns().get(input.name())).stream())
                .filter(rule -> !rule.lookups().isEmpty())
                .flatMap(rule -> rule.from().stream()
                        .map(plan.header()::indexOf)
                        .filter(column -> column < row.size())
                        .flatMap(column ->
                                plan
                                        .lookups()
                                        .of(rule.lookups())
                                        .find(row.texts().get(column).strip())
                                        .stream()));
    }
}
