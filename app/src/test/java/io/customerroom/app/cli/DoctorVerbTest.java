package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.app.server.ServingLock;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorVerbTest {

    @TempDir
    Path folder;

    @BeforeEach
    void facts() throws IOException {
        Typed.in(folder, "init", ".");
        Files.writeString(folder.resolve("sales.csv"), "order,customer,date,amount\nR-1,ada,2025-01-10,10.00\n");
        Typed.in(folder, "import", "sales.csv", "--as", "purchase");
        Typed.in(folder, "build");
    }

    @Test
    void soundWorkspaceHasNoFindings() {
        assertThat(Typed.in(folder, "doctor"))
                .extracting(Typed::exitCode, Typed::out)
                .containsExactly(0, "All is well.\n");
    }

    @Test
    void exportedTrailIsCheckedByItsHead() throws IOException {
        String head = Typed.in(folder, "export", "trail", "--format", "jsonl", "--out", "trail.jsonl")
                .out()
                .strip();
        assertThat(Typed.in(folder, "doctor", "--trail", "trail.jsonl", "--head", head))
                .extracting(Typed::exitCode, Typed::out)
                .containsExactly(0, "The trail is whole: 3 entries, head " + head + ".\n");
        assertThat(Typed.in(folder, "doctor", "--trail", "trail.jsonl", "--head", "another")
                        .err())
                .endsWith("[TRAIL_BROKEN]\n");
        Path file = folder.resolve("trail.jsonl");
        Files.writeString(file, Files.readString(file).replaceFirst("build", "built"));
        assertThat(Typed.in(folder, "doctor", "--trail", "trail.jsonl").err()).contains("is not as it was written");
    }

    @Test
    void oneServerAtATimeServesAWorkspace() {
        try (ServingLock first = ServingLock.take(new Workspace(folder))) {
            assertThat(Typed.in(folder, "serve", "--port", "0").err()).endsWith("[ALREADY_SERVED]\n");
            assertThat(Typed.in(folder, "state", "move", "--to", "file").err()).endsWith("[ALREADY_SERVED]\n");
        }
        assertThat(Typed.in(folder, "state").out()).matches("state/customer-room\\.db\n|jdbc:postgresql://\\S+\n");
        assertThat(Typed.in(folder, "state", "move", "--to", "jdbc:postgresql://h/d?password=x")
                        .err())
                .endsWith("[STATE_URL_REFUSED]\n")
                .doesNotContain("password=x");
    }

    @Test
    void missingFactsAreFoundWithTheNextStep() throws IOException {
        Files.delete(folder.resolve("facts/purchase/b0001-purchase/facts.parquet"));
        assertThat(Typed.in(folder, "doctor"))
                .extracting(Typed::exitCode, Typed::out)
                .containsExactly(
                        2,
                        "The facts of b0001-purchase are missing. Restore a backup;"
                                + " or undo the batch and import its file 'sales.csv' again.\n");
    }

    @Test
    void damagedFactsAreFound() throws IOException {
        Files.writeString(folder.resolve("facts/purchase/b0001-purchase/facts.parquet"), "no parquet");
        assertThat(Typed.in(folder, "doctor").out())
                .startsWith("The facts of b0001-purchase are not what was received. ");
    }

    @Test
    void changedByteIsFoundByTheDeepExaminationOnly() throws IOException {
        Path facts = folder.resolve("facts/purchase/b0001-purchase/facts.parquet");
        byte[] bytes = Files.readAllBytes(facts);
        bytes[bytes.length / 3] ^= 1;
        Files.write(facts, bytes);
        assertThat(Typed.in(folder, "doctor", "--deep"))
                .extracting(Typed::exitCode, Typed::out)
                .satisfiesExactly(
                        exitCode -> assertThat(exitCode).isEqualTo(2),
                        out -> assertThat(out)
                                .asString()
                                .as("the ledger took the batch as it was, and is damaged with it")
                                .startsWith("The facts of b0001-purchase are not what was received. Restore a backup;"
                                        + " or undo the batch and import its file 'sales.csv' again.\nThe ledger "));
    }

    @Test
    void ledgerThatNoLongerAddsUpIsFound() throws IOException {
        Path ledger;
        try (var builds = Files.list(folder.resolve("ledger"))) {
            ledger = builds.findFirst().orElseThrow();
        }
        Files.copy(
                ledger.resolve("unknown_period.parquet"),
                ledger.resolve("customer_period.parquet"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(Typed.in(folder, "doctor"))
                .extracting(Typed::exitCode, Typed::out)
                .containsExactly(
                        2,
                        "The ledger %1$s does not add up any more. Remove the folder ledger/%1$s and run ./customer-room build.\n"
                                .formatted(ledger.getFileName()));
    }

    @Test
    void leftoversOfACrashAreNoFindingAndCanBeSwept() throws IOException {
        Path orphan = folder.resolve("facts/purchase/b0002-purchase/facts.parquet");
        Files.createDirectories(orphan.getParent());
        Files.writeString(orphan, "half");
        Path unnamed = folder.resolve("evidence/0123.csv.gz");
        Path fresh = folder.resolve("evidence/4567.csv.gz");
        Files.createDirectories(unnamed.getParent());
        Files.setLastModifiedTime(Files.writeString(unnamed, "rows"), FileTime.from(Instant.EPOCH));
        Files.writeString(fresh, "rows of a freeze that is under way");
        assertThat(Typed.in(folder, "doctor"))
                .extracting(
                        Typed::exitCode,
                        typed -> typed.err().contains("Does not count: facts/purchase/b0002-purchase\n"))
                .containsExactly(0, true);
        assertThat(Typed.in(folder, "doctor", "--repair").exitCode()).isZero();
        assertThat(orphan).doesNotExist();
        assertThat(unnamed).doesNotExist();
        assertThat(fresh).exists();
    }
}
