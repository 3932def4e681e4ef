package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.state.Hash;
import io.customerroom.state.json.Json;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The hash of an {@link Answer} whose rows go by one after the other. */
final class AnswerHash {

    private final MessageDigest digest;
    private final JsonBytes bytes;
    private long rows;

    AnswerHash() {
        digest = Hash.sha256();
        bytes = new JsonBytes(digest::update);
    }

    /** Takes in what the other takes. */
    Function<List<Rows.Column>, Consumer<List<@Nullable Object>>> beside(
            Function<List<Rows.Column>, Consumer<List<@Nullable Object>>> taker) {
        return columns -> {
            add("[" + Json.write(columns.stream().map(Rows.Column::name).toList()) + ",[");
            Consumer<List<@Nullable Object>> taken = taker.apply(columns);
            return row -> {
                if (rows++ > 0) {
                    bytes.add(',');
                }
                bytes.add(row);
                taken.accept(row);
            };
        };
    }

    private void add(String text) {
        bytes.add(text);
    }

    long rows() {
        return rows;
    }

    /** To be asked once. */
    String finished() {
        add("]]");
        bytes.flush();
        return HexFormat.of().formatHex(digest.digest());
    }
}
