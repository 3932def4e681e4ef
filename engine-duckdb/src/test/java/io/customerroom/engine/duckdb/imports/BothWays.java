package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.imports.plain.PlainFacts;
import io.customerroom.ledger.imports.plain.PlainStager;
import io.customerroom.ledger.imports.source.TextTable;
import io.customerroom.ledger.imports.staging.StagedFacts;
import io.customerroom.ledger.imports.staging.StagedPersons;
import io.customerroom.ledger.persons.KnownNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Imports a file as it lies, where that is possible, and again row by row, and compares everything that came of it. */
record BothWays(ImportRoom room) {

    /** What an import left behind, or the code with which it was refused. */
    private record Outcome(Optional<Receipt> receipt, String refusal) {}

    /** Which way the file would have gone: {@code in place}, {@code row by row}, or {@code refused: CODE}. */
    String run(ImportRequest request) {
        Choice first = new Choice(true);
        Outcome one = outcome(request, first);
        Outcome other = outcome(request, new Choice(false));
        assertThat(other.refusal()).isEqualTo(one.refusal());
        if (one.receipt().isEmpty() || other.receipt().isEmpty()) {
            return "refused: " + one.refusal();
        }
        areAlike(one.receipt().get(), other.receipt().get());
        return first.inPlace ? "in place" : "row by row";
    }

    private Outcome outcome(ImportRequest request, PlainStager stager) {
        try {
            Receipt receipt = room.imports(stager)
                    .run(request, ImportRoom.ANA, Progress.NONE)
                    .receipt();
            kept(room.workspace.persons(receipt.batch()));
            kept(room.workspace.quarantine(receipt.batch()));
            room.imports.undo(receipt.batch(), ImportRoom.ANA);
            return new Outcome(Optional.of(receipt), "");
        } catch (Failure refused) {
            return new Outcome(Optional.empty(), refused.code());
        }
    }

    /** A copy that outlives the undo, and the sweep of the next import. */
    private void kept(Path file) {
        try {
            if (Files.exists(file)) {
                Files.createDirectories(copy(file).getParent());
                Files.copy(file, copy(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path copy(Path file) {
        return room.workspace.root().resolveSibling("copies").resolve(file.getFileName());
    }

    private void areAlike(Receipt one, Receipt other) {
        assertThat(one.counts()).isEqualTo(other.counts());
        assertThat(one.file()).isEqualTo(other.file());
        assertThat(one.keysUnique()).isEqualTo(other.keysUnique());
        assertThat(one.span().map(Receipt.Span::firstOn)).isEqualTo(other.span().map(Receipt.Span::firstOn));
        assertThat(one.span().map(Receipt.Span::lastOn)).isEqualTo(other.span().map(Receipt.Span::lastOn));
        sameRows(facts(one), facts(other), "EXCLUDE (batch, recorded_at)");
        sameRows(copy(room.workspace.persons(one.batch())), copy(room.workspace.persons(other.batch())), "");
        assertThat(quarantine(one)).isEqualTo(quarantine(other));
    }

    private Path facts(Receipt receipt) {
        return room.workspace.facts(receipt.kind().table(), receipt.batch());
    }

    /** The rows in the files' order, without what tells the two imports apart. */
    private void sameRows(Path one, Path other, String without) {
        assertThat(Files.exists(one)).isEqualTo(Files.exists(other));
        if (!Files.exists(one)) {
            return;
        }
        try (Session session = room.engine.open()) {
            session.table("one", List.of(one));
            session.table("other", List.of(other));
            String numbered = "SELECT row_number() OVER () AS place, * %s FROM ".formatted(without);
            for (String way : List.of("one EXCEPT ALL other", "other EXCEPT ALL one")) {
                String rows = way.replaceAll("(one|other)", numbered + "$1");
                assertThat(session.query(rows + " ORDER BY place LIMIT 5", Map.of())
                                .rows())
                        .as(way)
                        .isEmpty();
            }
        }
    }

    private List<String> quarantine(Receipt receipt) {
        Path file = copy(room.workspace.quarantine(receipt.batch()));
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file)
                    : List.of(receipt.counts().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The real stager, which may be kept from reading a file where it lies, and remembers whether it did. */
    private final class Choice implements PlainStager {

        private final DuckDbStager stager = new DuckDbStager(room.engine);
        private final boolean allowed;
        private boolean inPlace;

        Choice(boolean allowed) {
            this.allowed = allowed;
        }

        @Override
        public Optional<Written> writePlain(PlainFacts facts, Translator translator, Path parquet) throws IOException {
            Optional<Written> written = allowed ? stager.writePlain(facts, translator, parquet) : Optional.empty();
            inPlace = written.isPresent();
            return written;
        }

        @Override
        public Written write(StagedFacts facts, Path parquet) {
            return stager.write(facts, parquet);
        }

        @Override
        public TextTable parquet(Path file, String name) {
            return stager.parquet(file, name);
        }

        @Override
        public KnownNames known(List<Path> personTables) {
            return stager.known(personTables);
        }

        @Override
        public KnownNames knownIn(String text, List<Path> personTables) {
            return stager.knownIn(text, personTables);
        }

        @Override
        public SequencedMap<String, Long> shared(List<Path> earlier, Path parquet) {
            return stager.shared(earlier, parquet);
        }

        @Override
        public Optional<Long> writePersons(StagedPersons persons, List<Path> others, Path parquet) {
            return stager.writePersons(persons, others, parquet);
        }
    }
}
