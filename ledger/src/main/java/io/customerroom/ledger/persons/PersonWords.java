package io.customerroom.ledger.persons;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hides in what people type whom it speaks of: what reaches or charges anybody, names of {@code names.txt}, and what customers are called. */
public final class PersonWords {

    private static final SqlFile SQL = SqlFile.beside(PersonWords.class);

    private final Workspace workspace;
    private final Receipts receipts;
    private final Engine engine;
    private Kept kept = new Kept(List.of(), KnownNames.none());

    /** @param files the person tables that were read, by name, length and time */
    private record Kept(List<String> files, KnownNames names) {}

    public PersonWords(Workspace workspace, StateStore store, Engine engine) {
        this.workspace = workspace;
        this.receipts = new Receipts(store);
        this.engine = engine;
    }

    /** The text, masked; person tables are read again only when they have changed. */
    public String masked(String text) {
        return text.isBlank()
                ? text
                : TextMask.mask(text, NameList.ofCompany(workspace).and(this::known));
    }

    private synchronized KnownNames known() {
        List<Path> tables = receipts.active().stream()
                .map(receipt -> workspace.persons(receipt.batch()))
                .filter(Files::exists)
                .toList();
        List<String> files = tables.stream().map(PersonWords::asItIs).toList();
        if (!files.equals(kept.files())) {
            try (Session session = engine.open()) {
                kept = new Kept(files, read(session, tables));
            }
        }
        return kept.names();
    }

    private static String asItIs(Path file) {
        try {
            return file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw Failure.ours("WORKSPACE_IO", "A file of the workspace could not be read.", e);
        }
    }

    /** What these person tables call anybody. */
    public static KnownNames read(Session session, List<Path> tables) {
        return read(session, tables, SQL.text("called"), Map.of());
    }

    /** Of what these person tables call anybody all that {@link KnownNames#hide} could find in the text, and perhaps more. */
    public static KnownNames readFor(String text, Session session, List<Path> tables) {
        List<String> words = KnownNames.words(text);
        if (words.isEmpty()) {
            return KnownNames.none();
        }
        String any = IntStream.range(0, words.size())
                .mapToObj(word -> SQL.text("speaks").replace("{word}", "word_" + word))
                .collect(Collectors.joining(" OR "));
        Map<String, Object> bound = new HashMap<>();
        for (int word = 0; word < words.size(); word++) {
            bound.put("word_" + word, words.get(word));
        }
        String spoken =
                SQL.text("called-in").replace("{called}", SQL.text("called")).replace("{any}", any);
        return read(session, tables, spoken, bound);
    }

    private static KnownNames read(Session session, List<Path> tables, String text, Map<String, ?> bound) {
        KnownNames.Collecting collecting = new KnownNames.Collecting();
        if (!tables.isEmpty()) {
            session.table("person", tables);
            session.each(text, bound, columns -> row -> collecting.accept(Objects.toString(row.getFirst(), "")));
        }
        return collecting.done();
    }
}
