package io.customerroom.app.cli;

import io.customerroom.app.export.OutFile;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.persons.PersonFacts;
import io.customerroom.state.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "person",
        description = "Tells everything that is known of one person, under all their ids, and nothing of anybody else.",
        sortOptions = false)
final class PersonVerb extends Verb {

    /** What the answer is written as. */
    enum Form {
        TEXT,
        JSON
    }

    @Parameters(paramLabel = "ID", description = "What a source calls the customer.")
    private String id = "";

    @Mixin
    private IdSpace ids = new IdSpace();

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "text for people, json for programs; default ${DEFAULT-VALUE}.")
    private Form form = Form.TEXT;

    @Option(names = "--out", paramLabel = "FILE", description = "Into this file, as JSON where its name ends so.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--force", description = "Replaces the file.")
    private boolean force;

    @Override
    void perform() {
        Optional<OutFile> file = out.map(named -> new OutFile(room().resolve(named), force));
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            CustomerId customer = ids.customer(bench.workspace(), id);
            SortedSet<CustomerId> same = bench.facts().sameCustomer(customer);
            Map<String, List<Map<String, @Nullable Object>>> all = new LinkedHashMap<>();
            all.putAll(new PersonFacts(bench.workspace(), bench.store(), bench.engine()).of(same));
            all.putAll(bench.room().persons().of(same));
            if (all.isEmpty()) {
                throw Failure.yours("PERSON_UNKNOWN", "Nothing is known of them.", "Check the id and --ids.");
            }
            Authorship by = room().author("what is known of a person was asked for");
            bench.store().write(by, writing -> {
                writing.record("person-told", same.first().toString(), Map.of("keys", same.size()));
                return null;
            });
            boolean json = form == Form.JSON
                    || out.filter(named -> named.toString().endsWith(".json")).isPresent();
            String told = json ? Json.write(all) + "\n" : text(all);
            file.ifPresentOrElse(
                    whole -> whole.write(beside -> {
                        Files.writeString(beside, told, StandardCharsets.UTF_8);
                        return told;
                    }),
                    () -> console().out().print(told));
            console().say("Guard it: it is about a person.");
        }
    }

    /** Section by section; of each row what is there. */
    private static String text(Map<String, List<Map<String, @Nullable Object>>> all) {
        StringBuilder text = new StringBuilder();
        all.forEach((what, rows) -> {
            text.append(what.replace('_', ' ').replace('-', ' '))
                    .append(" (")
                    .append(rows.size())
                    .append(")\n");
            for (Map<String, @Nullable Object> row : rows) {
                String lead = "  * ";
                for (Map.Entry<String, @Nullable Object> cell : row.entrySet()) {
                    text.append(lead).append(cell.getKey().replace('_', ' ')).append(": ");
                    text.append(String.valueOf(cell.getValue()).replace("\n", "\n      "))
                            .append('\n');
                    lead = "    ";
                }
            }
            text.append('\n');
        });
        return text.toString();
    }
}
