package io.customerroom.demo;

import java.nio.file.Path;

/**
 * A file of the demo company, with what the import verb is to be told about it.
 *
 * @param kind the fact kind, as the command line names it
 * @param mapping what its columns mean, and how long after an event the company knew of it
 * @param feed {@code snapshot}, {@code cumulative} or {@code delta}
 */
public record DemoFile(Path file, String kind, Path mapping, String feed) {}
