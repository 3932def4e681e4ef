package io.customerroom.ledger.workspace;

import io.customerroom.kernel.Failure;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folders and files of one workspace, as ARCHITECTURE.md lists them. Asking for a path creates nothing. */
public record Workspace(Path root) {

    public Workspace {
        root = root.toAbsolutePath().normalize();
    }

    /** This workspace, or a refusal if the folder is not one. */
    public Workspace require() {
        if (!Files.isRegularFile(settings())) {
            throw Failure.yours(
                    "WORKSPACE_MISSING",
                    "%s is not a workspace: it holds no customer-room.yaml.".formatted(root),
                    "Name one with --dir DIR, or make one: ./customer-room init DIR.");
        }
        return this;
    }

    public Path settings() {
        return root.resolve("customer-room.yaml");
    }

    public Path journey() {
        return root.resolve("journey.yaml");
    }

    public Path definitions() {
        return root.resolve("definitions");
    }

    public Path metrics() {
        return root.resolve("metrics");
    }

    public Path mappings() {
        return root.resolve("mappings");
    }

    public Path templates() {
        return root.resolve("templates");
    }

    /** Opens the secrets of second factors, which lie in the state store. In no backup: so a backup alone makes no codes. */
    public Path secondFactorKey() {
        return root.resolve("secret").resolve("second-factors.key");
    }

    /** Opens the passwords of databases, which lie in the state store. In no backup, for the same reason. */
    public Path databaseKey() {
        return root.resolve("secret").resolve("databases.key");
    }

    public Path identityKey() {
        return root.resolve("secret").resolve("identity.key");
    }

    public Path state() {
        return root.resolve("state").resolve("customer-room.db");
    }

    /** The immutable facts of one batch. */
    public Path facts(String kind, String batch) {
        return root.resolve("facts").resolve(kind).resolve(batch).resolve("facts.parquet");
    }

    /** The persons a batch brought; the only files that are rewritten. */
    public Path persons(String batch) {
        return root.resolve("persons").resolve(batch + ".parquet");
    }

    public Path quarantine(String batch) {
        return root.resolve("quarantine").resolve(batch + ".csv");
    }

    /** The folder of all builds. */
    public Path ledgers() {
        return root.resolve("ledger");
    }

    public Path ledger(String build) {
        return ledgers().resolve(build);
    }

    public Path evidence() {
        return root.resolve("evidence");
    }

    /** Files of what customers said and sent, named by their hashes. */
    public Path artefacts() {
        return root.resolve("artefacts");
    }

    /** Pictures that were drawn before; nothing rests on them. */
    public Path pictures() {
        return root.resolve("pictures");
    }

    /** Files on their way into the server; whatever lies here without a server is waste. */
    public Path uploads() {
        return staging().resolve("uploads");
    }

    public Path staging() {
        return root.resolve("staging");
    }
}
