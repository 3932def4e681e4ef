package io.customerroom.ledger.imports.folders;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.ledger.workspace.StrictYaml;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder to look into, as {@code folders.yaml} of the workspace names it.
 *
 * @param folder seen from the workspace
 * @param files which files of it, as in {@code orders-*.csv}
 * @param mapping name of a file in mappings/
 * @param feed overrides the mapping's
 */
public record WatchedFolder(Path folder, String files, String mapping, Optional<Feed> feed) {

    private static final Set<String> UNFINISHED =
            Set.of(".part", ".tmp", ".filepart", ".crdownload", ".partial", ".swp");

    static List<WatchedFolder> of(Workspace workspace) {
        Path file = workspace.root().resolve("folders.yaml");
        if (!Files.exists(file)) {
            return List.of();
        }
        StrictYaml yaml = StrictYaml.read(file);
        List<WatchedFolder> folders = yaml.root().sectionsOf("folders").stream()
                .map(one -> new WatchedFolder(
                        one.value("folder", text -> workspace.root().resolve(text), "a folder")
                                .orElse(workspace.root().resolve("inbox")),
                        one.value("files", WatchedFolder::pattern, "a pattern such as orders-*.csv")
                                .orElse("*"),
                        one.value("mapping", WatchedFolder::plainName, "the name of a file in mappings/")
                                .orElse(""),
                        one.value("feed", Feed::named, "delta, cumulative or snapshot")))
                .toList();
        yaml.finish();
        return folders;
    }

    /** Whether a file of the folder is meant: by its name, and no half of one that is still on its way. */
    boolean means(Path file) {
        String name = String.valueOf(file.getFileName());
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + files);
        return !name.startsWith(".") && UNFINISHED.stream().noneMatch(name::endsWith) && matcher.matches(Path.of(name));
    }

    /** Reads the mapping as it is now. */
    Mapping read(Workspace workspace) {
        try {
            return MappingYaml.read(Files.readString(workspace.mappings().resolve(mapping)), mapping, Optional.empty());
        } catch (IOException e) {
            throw Failure.yours(
                    "MAPPING_UNREADABLE",
                    "The mapping '%s' of a folder cannot be read.".formatted(mapping),
                    "Put it into mappings/, or name another one in folders.yaml.");
        }
    }

    private static String pattern(String text) {
        FileSystems.getDefault().getPathMatcher("glob:" + text);
        if (text.contains("/")) {
            throw new IllegalArgumentException("no name");
        }
        return text;
    }

    private static String plainName(String text) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException("no plain name");
        }
        return text;
    }
}
