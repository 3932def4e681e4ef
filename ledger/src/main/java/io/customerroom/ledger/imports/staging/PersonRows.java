package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.mapping.Input;
import io.customerroom.ledger.imports.mapping.Inputs;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.persons.NameList;
import io.customerroom.ledger.persons.TextMask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** Writes what names people: ids, names, addresses and their own words. Nobody who was erased comes back. */
final class PersonRows {

    private static final List<String> PERSON = List.of("name", "email", "phone", "address");

    private final StagedWriter out;
    private final TypedRow row;
    private final List<Id> ids = new ArrayList<>();
    private final int[] person;
    private final int text;
    private final int textKey;
    private final LongPredicate erased;
    private final NameList names;

    private record Id(int slot, byte[] space) {}

    PersonRows(StagedWriter out, Mapping mapping, TypedRow row, LongPredicate erased, NameList names) {
        this.out = out;
        this.row = row;
        this.erased = erased;
        this.names = names;
        mapping.columns().forEach((name, rule) -> {
            Input input = Inputs.of(mapping.fact(), name).orElseThrow();
            if (input.type() == Input.Type.CUSTOMER) {
                ids.add(new Id(row.slot(name), rule.ids().orElse(mapping.ids()).getBytes(StandardCharsets.UTF_8)));
            }
        });
        person = PERSON.stream()
                .mapToInt(name -> mapping.fact() == FactKind.CUSTOMER_FACT
                                && mapping.columns().containsKey(name)
                        ? row.slot(name)
                        : -1)
                .toArray();
        text = mapping.columns().containsKey("text") ? row.slot("text") : -1;
        textKey = switch (mapping.fact()) {
            case TICKET -> row.slot("ticket");
            case FEEDBACK -> row.slot("feedback");
            case CUSTOMER_FACT,
                    PURCHASE,
                    CONTRACT,
                    CONTRACT_EVENT,
                    OPERATION,
                    DEPARTURE,
                    REFERRAL,
                    COST,
                    INVESTMENT,
                    TOUCH,
                    CROSSWALK,
                    RATE -> -1;
        };
    }

    long rows() {
        return out.records();
    }

    /** Of a row that is kept. */
    void write() throws IOException {
        boolean words = text >= 0 && row.has[text];
        for (int i = 0; i < ids.size(); i++) {
            Id id = ids.get(i);
            if (!row.has[id.slot] || erased.test(row.value[id.slot])) {
                continue;
            }
            boolean about = i == 0 && (words || named());
            if (about || row.day[id.slot] == 1) {
                write(id, about, about && words);
            }
        }
        if (words && (ids.isEmpty() || !row.has[ids.getFirst().slot])) {
            writeNobody();
        }
    }

    private boolean named() {
        for (int slot : person) {
            if (slot >= 0 && row.has[slot]) {
                return true;
            }
        }
        return false;
    }

    private void write(Id id, boolean about, boolean words) throws IOException {
        out.number(row.value[id.slot]);
        out.text(id.space, 0, id.space.length);
        out.text(row.bytes[id.slot], row.from[id.slot], row.to[id.slot]);
        for (int slot : person) {
            if (about && slot >= 0 && row.has[slot]) {
                out.text(row.bytes[slot], row.from[slot], row.to[slot]);
            } else {
                out.empty();
            }
        }
        words(words);
        out.endRecord();
    }

    /** Somebody's words, but nobody we know. */
    private void writeNobody() throws IOException {
        for (int i = 0; i < 3 + PERSON.size(); i++) {
            out.empty();
        }
        words(true);
        out.endRecord();
    }

    private void words(boolean written) {
        if (!written) {
            out.empty();
            out.empty();
            return;
        }
        if (textKey >= 0 && row.has[textKey]) {
            out.text(row.bytes[textKey], row.from[textKey], row.to[textKey]);
        } else {
            out.empty();
        }
        out.lines(TextMask.mask(row.text(text), names));
    }
}
