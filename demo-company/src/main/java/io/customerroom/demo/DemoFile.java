package io.customerroom.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of the demo company, with what the import verb is to be told about it.
 *
 * @param kind the fact kind, as the command line names it
 * @param mapping empty where the headers are plain enough to be guessed
 * @param feed {@code snapshot}, {@code cumulative} or {@code delta}
 */
public record DemoFile(Path file, String kind, Optional<Path> mapping, String feed) {}
