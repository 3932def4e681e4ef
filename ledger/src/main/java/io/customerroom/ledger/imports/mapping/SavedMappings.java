package io.customerroom.ledger.imports.mapping;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mappings kept in {@code mappings/}. Of each name the newest is {@code NAME.yaml}; what it replaced stays beside it as {@code NAME@1.yaml},
 * {@code NAME@2.yaml}, the oldest first. Receipts keep the text they were made with, whatever happens here.
 */
public final class SavedMappings {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");
    private static final Pattern FILE = Pattern.compile("(" + NAME.pattern() + ")(?:@(\\d{1,6}))?\\.yaml");

    private final Path folder;

    public SavedMappings(Workspace workspace) {
        this.folder = workspace.mappings();
    }

    /**
     * A mapping by its name.
     *
     * @param version from 1; how often it was kept
     */
    public record Saved(String name, int version) {}

    /** Those that make facts of this kind, by name. What cannot be read is left out; an import that names it says why. */
    public List<Saved> of(FactKind kind) {
        List<Saved> saved = new ArrayList<>();
        versions().forEach((name, former) -> {
            if (reads(name, kind)) {
                saved.add(new Saved(name, former + 1));
            }
        });
        return saved;
    }

    private boolean reads(String name, FactKind kind) {
        try {
            return MappingYaml.read(text(name), name, Optional.empty()).fact() == kind;
        } catch (Failure unreadable) {
            return false;
        }
    }

    /** The newest text of a name. */
    public String text(String name) {
        Path file = folder.resolve(plain(name) + ".yaml");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Failure.yours(
                    "MAPPING_UNREADABLE",
                    "There is no saved mapping '%s' that can be read.".formatted(name),
                    "Choose another one, or keep one under this name.");
        }
    }

    /** Keeps a text as the newest of its name. The same text again changes nothing. Refused: a text that is no mapping of this kind. */
    public Saved keep(String name, FactKind kind, String text) {
        String yaml = text.replace("\r\n", "\n"); // a browser sends both
        Path file = folder.resolve(plain(name) + ".yaml");
        MappingYaml.read(yaml, name, Optional.of(kind));
        try {
            Files.createDirectories(folder);
            int former = versions().getOrDefault(name, 0);
            if (Files.exists(file)) {
                if (Files.readString(file).equals(yaml)) {
                    return new Saved(name, former + 1);
                }
                former++;
                Files.copy(file, folder.resolve("%s@%d.yaml".formatted(name, former)));
            }
            Path fresh = Files.createTempFile(folder, ".", ".tmp");
            Files.writeString(fresh, yaml);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Saved(name, former + 1);
        } catch (IOException e) {
            throw Failure.resources(
                    "MAPPING_NOT_WRITTEN",
                    "The mapping could not be kept.",
                    "Check the space on the disk and the rights of the folder mappings.");
        }
    }

    /** The same, with an entry in the trail where something changed. */
    public Saved keep(StateStore store, Authorship by, String name, FactKind kind, String text) {
        Path file = folder.resolve(plain(name) + ".yaml");
        boolean same = Files.exists(file) && text(name).equals(text.replace("\r\n", "\n"));
        Saved kept = keep(name, kind, text);
        return store.write(by, writing -> {
            if (same) {
                writing.unchanged();
            } else {
                writing.record(
                        "mapping-kept",
                        name,
                        Change.of(
                                kept.version() == 1 ? Change.NOTHING : "version " + (kept.version() - 1),
                                "version " + kept.version()),
                        Map.of("version", kept.version(), "kind", kind.table()));
            }
            return kept;
        });
    }

    /** Every name that has a newest text, and how many it replaced. */
    private Map<String, Integer> versions() {
        Map<String, Integer> former = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return former;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
                if (name.matches() && Files.exists(folder.resolve(name.group(1) + ".yaml"))) {
                    int version = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
                    former.merge(name.group(1), version, Math::max);
                }
            }
            return former;
        } catch (IOException e) {
            throw Failure.yours("MAPPING_UNREADABLE", "The folder mappings cannot be read.", "Check its rights.");
        }
    }

    private static String plain(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Failure.yours(
                    "MAPPING_NAME",
                    "This is no name for a mapping.",
                    "Use up to 60 small letters, digits, - and _, as in shop-orders.");
        }
        return name;
    }
}
