package io.customerroom.app.cli;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportResult;
import io.customerroom.ledger.imports.Parts;
import io.customerroom.ledger.imports.Preview;
import io.customerroom.ledger.imports.database.DatabaseImports;
import io.customerroom.ledger.imports.database.DatabaseRequest;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Reads files into the workspace, one batch each. Ends with the receipt: rows read = kept + set aside.",
        sortOptions = false)
final class ImportVerb extends Verb {

    @Parameters(
            paramLabel = "FILE|DIR|jdbc:…",
            arity = "1..*",
            description =
                    "CSV, JSON Lines (both also .gz), XLSX and Parquet files, .zip archives of them, folders, or jdbc:postgresql://HOST/NAME.")
    private List<String> sources = List.of();

    @Option(
            names = "--as",
            paramLabel = "FACT",
            description =
                    "What a row is: customer, purchase, contract, ticket, feedback, operation, departure, referral,"
                            + " cost, crosswalk or rate. May be left out where the mapping, or a template's name, says it.")
    private Optional<String> fact = Optional.empty();

    @Option(
            names = "--mapping",
            paramLabel = "M.yaml",
            description = "What the columns mean; without it they are guessed and shown.")
    private Optional<Path> mapping = Optional.empty();

    @Option(names = "--feed", paramLabel = "FEED", description = "delta (default), cumulative or snapshot.")
    private Optional<String> feed = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Where the rows come from; main without it. Two systems that number alike need two names.")
    private Optional<String> source = Optional.empty();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--reason", paramLabel = "WHY", description = "For the trail.")
    private String reason = "";

    @Option(names = "--dry-run", description = "Reads everything and keeps nothing.")
    private boolean dryRun;

    @Option(names = "--save-mapping", description = "Keeps the mapping that was used in mappings/.")
    private boolean saveMapping;

    @Override
    void perform() {
        if (sources.stream().noneMatch(DatabaseImports::names)) {
            database.refuseWithoutDatabase();
        }
        if (source.filter(String::isBlank).isPresent()) {
            throw Failure.yours(
                    "SOURCE_WITHOUT_NAME",
                    "--source is empty.",
                    "Name the system the rows come from, or leave it out.");
        }
        List<Path> files = ImportFiles.of(
                room(),
                sources.stream()
                        .filter(source -> !DatabaseImports.names(source))
                        .toList());
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            for (Path file : files) {
                importAll(bench, file);
            }
            sources.stream().filter(DatabaseImports::names).forEach(url -> importRows(bench, url));
        }
        console().out().flush();
        console()
                .say(
                        dryRun
                                ? "Nothing was kept. Next: the same without --dry-run."
                                : "Next: ./customer-room show customer-math --by month%s"
                                        .formatted(room().dirOption()));
    }

    /** The tables of an archive come in together: each has to fit before the first is imported. */
    private void importAll(Workbench bench, Path file) {
        try (Parts parts = Parts.of(request(bench.workspace(), file))) {
            if (parts.requests().size() > 1) {
                console()
                        .say("%s holds %d files: %s."
                                .formatted(
                                        file.getFileName(),
                                        parts.requests().size(),
                                        parts.requests().stream()
                                                .map(ImportRequest::name)
                                                .collect(Collectors.joining(", "))));
                parts.requests().forEach(bench.imports()::preview);
            }
            for (ImportRequest part : parts.requests()) {
                importOne(bench, part);
            }
        }
    }

    private void importOne(Workbench bench, ImportRequest request) {
        String name = request.name();
        try (Progress progress = new Progress(console(), room().clock(), name)) {
            if (dryRun) {
                Preview preview = bench.imports().dryRun(request, progress::reached);
                progress.close();
                ReceiptText.print(console(), preview, name);
                showMapping(preview.yaml(), name);
                save(bench.workspace(), preview.yaml(), name);
            } else {
                ImportResult result =
                        stoppable(name, () -> bench.imports().run(request, room().author(reason), progress::reached));
                progress.close();
                tell(bench, result, name, name);
            }
        }
    }

    /** Whoever presses Ctrl-C is told what became of the import. */
    private ImportResult stoppable(String name, Supplier<ImportResult> work) {
        Thread told = new Thread(
                () -> console()
                        .say(
                                "\nStopped: nothing of %s counts. Of a file of 1 GB or more what was read is kept: the same command goes on from there."
                                        .formatted(name)),
                "stopped");
        Runtime.getRuntime().addShutdownHook(told);
        try {
            return work.get();
        } finally {
            forget(told);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // the program ends already, and the hook speaks
        }
    }

    private void tell(Workbench bench, ImportResult result, String name, String mappingName) {
        Receipt receipt = result.receipt();
        showMapping(receipt.file().mapping(), name);
        if (result.again()) {
            console().say("%s was imported before and still counts; nothing was written.".formatted(name));
            result.replacedSince().ifPresent(console()::say);
        }
        ReceiptText.print(console(), receipt);
        save(bench.workspace(), receipt.file().mapping(), mappingName);
    }

    private void importRows(Workbench bench, String url) {
        DatabaseRequest request = database.request(url, room(), System::getenv);
        Optional<FactKind> asked = fact.map(FactKind::named);
        Optional<Mapping> given = mapping.map(path -> readMapping(bench.workspace(), path, asked));
        DatabaseImports.Into into = new DatabaseImports.Into(
                asked.or(() -> given.map(Mapping::fact)).orElseThrow(() -> factMissing("the database")),
                given,
                source,
                feed.map(Feed::named));
        String name = request.shown();
        try (Progress progress = new Progress(console(), room().clock(), name)) {
            if (dryRun) {
                Preview preview = bench.databases().dryRun(request, into, progress::reached);
                progress.close();
                ReceiptText.print(console(), preview, name);
                showMapping(preview.yaml(), name);
                save(bench.workspace(), preview.yaml(), name.replaceAll(" of .*", ""));
                return;
            }
            DatabaseImports.Read read = bench.databases().run(request, into, room().author(reason), progress::reached);
            progress.close();
            read.result()
                    .ifPresentOrElse(
                            result -> tell(bench, result, name, name.replaceAll(" of .*", "")),
                            () -> console().say("%s has nothing new.".formatted(name)));
            read.reached()
                    .ifPresent(mark -> console().say("Read up to %s; the next reading begins there.".formatted(mark)));
        }
    }

    private ImportRequest request(Workspace workspace, Path file) {
        Optional<FactKind> asked = fact.map(FactKind::named);
        Optional<Mapping> given = mapping.map(path -> readMapping(workspace, path, asked));
        FactKind kind = asked.or(() -> given.map(Mapping::fact))
                .or(() -> ImportFiles.kindByName(file))
                .orElseThrow(() -> factMissing("'%s'".formatted(file.getFileName())));
        return new ImportRequest(file, String.valueOf(file.getFileName()), kind, given, source, feed.map(Feed::named));
    }

    private static Failure factMissing(String of) {
        return Failure.yours(
                "FACT_MISSING",
                "What the rows of %s are is not said.".formatted(of),
                "Add --as with customer, purchase, contract, ticket, feedback, operation, departure, referral, cost"
                        + ", crosswalk or rate.");
    }

    /** As it was written, or by its name among the saved mappings. */
    private Mapping readMapping(Workspace workspace, Path path, Optional<FactKind> asked) {
        Path here = room().resolve(path);
        Path saved = workspace.mappings().resolve(path);
        Path file = Files.exists(here) || !Files.exists(saved) ? here : saved;
        try {
            return MappingYaml.read(Files.readString(file), String.valueOf(file.getFileName()), asked);
        } catch (IOException e) {
            throw Failure.yours(
                    "MAPPING_UNREADABLE",
                    Files.exists(file)
                            ? "The mapping %s is no UTF-8 text that can be read.".formatted(file)
                            : "There is no mapping %s.".formatted(file),
                    "Name an existing UTF-8 file, or one in mappings/.");
        }
    }

    private void showMapping(String yaml, String name) {
        if (mapping.isEmpty()) {
            console()
                    .say("The columns of %s were read as:\n%s"
                            .formatted(name, yaml.indent(2).stripTrailing()));
        }
    }

    private void save(Workspace workspace, String yaml, String name) {
        if (!saveMapping) {
            return;
        }
        String base = name.substring(name.lastIndexOf('›') + 1).strip().replaceFirst("\\..*", "");
        Path target = workspace.mappings().resolve(base + ".yaml");
        try {
            if (Files.exists(target) && !Files.readString(target).equals(yaml)) {
                throw Failure.yours(
                        "FILE_EXISTS",
                        "%s exists and is another mapping.".formatted(target),
                        "Rename or remove it, then save the mapping with --dry-run --save-mapping.");
            }
            Files.createDirectories(workspace.mappings());
            Files.writeString(target, yaml);
            console().say("The mapping is kept in %s.".formatted(target));
        } catch (IOException e) {
            throw Failure.resources(
                    "MAPPING_NOT_WRITTEN",
                    "%s could not be written (%s).".formatted(target, FileTrouble.of(e, target)),
                    "Check the space on the disk and the rights of the folder.");
        }
    }
}
