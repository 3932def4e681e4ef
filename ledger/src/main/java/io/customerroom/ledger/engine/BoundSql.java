package io.customerroom.ledger.engine;

import io.customerroom.kernel.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text whose {@code :name} parameters became question marks, and the values that belong to them, in order.
 * A name inside a literal or a comment is text; {@code ::} is a cast.
 */
public record BoundSql(String sql, List<@Nullable Object> values) {

    public static BoundSql of(String sql, Map<String, ?> parameters) {
        StringBuilder bound = new StringBuilder();
        List<@Nullable Object> values = new ArrayList<>();
        for (SqlToken token : SqlLexer.tokens(sql)) {
            if (token.kind() == SqlToken.Kind.PARAMETER) {
                if (!parameters.containsKey(token.name())) {
                    throw unknown(token, parameters);
                }
                values.add(parameters.get(token.name()));
                bound.append('?');
            } else {
                bound.append(token.text());
            }
        }
        return new BoundSql(bound.toString(), Collections.unmodifiableList(values));
    }

    private static Failure unknown(SqlToken token, Map<String, ?> parameters) {
        return Failure.yours(
                "SQL_PARAMETER_UNKNOWN",
                "Line %d: there is no parameter %s.".formatted(token.line(), token.text()),
                "Known here: " + parameters.keySet().stream().sorted().toList() + ".");
    }
}
