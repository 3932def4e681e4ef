package io.customerroom.ledger.imports.plain;

import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.imports.mapping.ColumnRule;
import io.customerroom.ledger.imports.staging.StagedPersons;
import io.customerroom.ledger.imports.staging.StagedWriter;
import io.customerroom.ledger.imports.staging.Stager;
import io.customerroom.ledger.imports.staging.StagingPass;
import io.customerroom.ledger.imports.values.ZoneClock;
import io.customerroom.state.Hash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A file in which every byte was seen to be plain: no row of it is set aside, and the engine reads it as our own reader would. Anything
 * that is not plain ends the look, and the file is read row by row.
 */
public final class PlainFile {

    private static final int LONGEST_ROW = 1 << 20;
    private static final int LONGEST_HEADER = 1 << 16;

    private final StagingPass.Plan plan;
    private final Path file;
    private final PlainFacts facts;
    private final String contentHash;
    private final Version version;
    private long persons;

    /** A file that changes while it is imported is not what was looked at. */
    private record Version(long bytes, FileTime modified) {
        static Version of(Path file) throws IOException {
            return new Version(Files.size(file), Files.getLastModifiedTime(file));
        }
    }

    /** Told how many bytes and rows were seen. */
    @FunctionalInterface
    public interface Seen {
        void reached(long bytes, long rows);
    }

    private PlainFile(StagingPass.Plan plan, Path file, PlainFacts facts, String contentHash, Version version) {
        this.plan = plan;
        this.file = file;
        this.facts = facts;
        this.contentHash = contentHash;
        this.version = version;
    }

    /**
     * Reads the file once, for its hash and to see that every byte is plain.
     *
     * @param file delimited UTF-8 without byte order mark, not packed, its first line the header
     * @param first the cells of its first row
     */
    public static Optional<PlainFile> look(
            StagingPass.Plan plan, Path file, char delimiter, List<String> first, Seen seen) throws IOException {
        Optional<PlainColumns> columns =
                ",;|\t".indexOf(delimiter) < 0 ? Optional.empty() : PlainColumns.of(plan, first);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Version version = Version.of(file);
        Optional<Look> seenPlain = Look.at(file, columns.get().shapes(), delimiter, seen);
        if (seenPlain.isEmpty()) {
            return Optional.empty();
        }
        Look look = seenPlain.get();
        Path folder = plan.folder();
        PlainFacts facts = new PlainFacts(
                StagingPass.facts(plan, file, look.rows.rows()),
                plan.header().size(),
                delimiter,
                look.header.carriageReturns,
                columns.get().cells(),
                new PlainFacts.Words(
                        folder.resolve("ids.words"),
                        folder.resolve("keys.words"),
                        folder.resolve("days.words"),
                        folder.resolve("clocks.words")));
        return Optional.of(new PlainFile(plan, file, facts, HexFormat.of().formatHex(look.digest.digest()), version));
    }

    /** SHA-256 of the file, in hexadecimal. */
    public String contentHash() {
        return contentHash;
    }

    /** Lets the engine make the batch; empty where it did not read what we saw, or the file has changed meanwhile. */
    public Optional<Stager.Written> write(PlainStager stager, Path parquet) throws IOException {
        Optional<Stager.Written> written = stager.writePlain(facts, this::translate, parquet);
        if (written.isPresent() && version.equals(Version.of(file))) {
            return written;
        }
        Files.deleteIfExists(parquet);
        Files.deleteIfExists(persons());
        return Optional.empty();
    }

    /** As the pass over a file would report it. */
    public StagingPass.Staged staged() {
        return new StagingPass.Staged(
                plan,
                facts.facts().rows(),
                new TreeMap<>(),
                List.of(),
                facts.facts(),
                new StagedPersons(persons(), persons),
                plan.folder().resolve("quarantine.csv"));
    }

    private Path persons() {
        return plan.folder().resolve("persons.staged");
    }

    private void translate() throws IOException {
        CustomerKeys keys = new CustomerKeys(plan.secret());
        ColumnRule rule = plan.mapping().columns().get("customer");
        byte[] space = (rule == null
                        ? plan.mapping().ids()
                        : rule.ids().orElse(plan.mapping().ids()))
                .getBytes(StandardCharsets.UTF_8);
        boolean number = rule != null && rule.number();
        try (BufferedReader ids = Files.newBufferedReader(facts.words().ids());
                StagedWriter words = new StagedWriter(facts.words().keys());
                StagedWriter known = new StagedWriter(persons())) {
            for (String id = ids.readLine(); id != null; id = ids.readLine()) {
                byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
                int end = number ? CustomerKeys.withoutIdleDecimals(bytes, 0, bytes.length) : bytes.length;
                long key = keys.key(space, bytes, 0, end);
                words.text(bytes, 0, bytes.length);
                words.number(key);
                words.endRecord();
                known.number(key);
                known.text(space, 0, space.length);
                known.text(bytes, 0, end);
                for (int i = 0; i < StagedPersons.SAID; i++) {
                    known.empty();
                }
                known.endRecord();
                persons++;
            }
        }
        clocks();
    }

    private void clocks() throws IOException {
        ZoneClock company = new ZoneClock(plan.company());
        try (BufferedReader days = Files.newBufferedReader(facts.words().days());
                StagedWriter words = new StagedWriter(facts.words().clocks())) {
            for (String day = days.readLine(); day != null; day = days.readLine()) {
                ZoneClock.LocalDay clock = company.localDay(Long.parseLong(day));
                words.number(Long.parseLong(day));
                words.number(clock.offsetMicros());
                words.number(clock.switchMicros());
                words.number(clock.offsetThenMicros());
                words.endRecord();
            }
        }
    }

    /** One read over the file. */
    private static final class Look {

        private final MessageDigest digest = Hash.sha256();
        private final byte[] buffer = new byte[1 << 16];
        private final Seen seen;
        private final PlainRows rows;
        private final Header header;
        private long bytes;

        /** The first line: how it ends, and where the first row begins. */
        private record Header(boolean carriageReturns, int bytes) {}

        private Look(List<PlainRows.Column> shapes, char delimiter, Header header, Seen seen) {
            this.header = header;
            this.seen = seen;
            this.rows = new PlainRows(shapes, delimiter, header.carriageReturns);
        }

        /** Empty where a byte is not plain. */
        static Optional<Look> at(Path file, List<PlainRows.Column> shapes, char delimiter, Seen seen)
                throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                Optional<Look> look =
                        header(in.readNBytes(LONGEST_HEADER)).map(header -> new Look(shapes, delimiter, header, seen));
                return look.isPresent() && look.get().plain(file) ? look : Optional.empty();
            }
        }

        private boolean plain(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] top = in.readNBytes(header.bytes);
                digest.update(top);
                bytes = top.length;
                long lastRow = 0;
                for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                    long before = rows.rows();
                    if (!rows.read(buffer, 0, read)) {
                        return false;
                    }
                    lastRow = rows.rows() == before ? lastRow + read : 0;
                    if (lastRow > LONGEST_ROW) {
                        return false;
                    }
                    digest.update(buffer, 0, read);
                    bytes += read;
                    seen.reached(bytes, rows.rows());
                }
            }
            return ended();
        }

        /** Empty where it is no plain line. */
        private static Optional<Header> header(byte[] top) {
            boolean quoted = false;
            for (int i = 0; i < top.length; i++) {
                quoted ^= top[i] == '"';
                boolean lineEnds = top[i] == '\n';
                boolean strays = top[i] == '\r' && (i + 1 == top.length || top[i + 1] != '\n');
                if (top[i] == 0 || strays || lineEnds && quoted) {
                    return Optional.empty();
                }
                if (lineEnds) {
                    boolean returned = i > 0 && top[i - 1] == '\r';
                    return i == 0 || returned && i == 1 ? Optional.empty() : Optional.of(new Header(returned, i + 1));
                }
            }
            return Optional.empty();
        }

        /** The last line need not be ended. */
        private boolean ended() {
            byte[] end = header.carriageReturns ? new byte[] {'\r', '\n'} : new byte[] {'\n'};
            return (rows.betweenRows() || rows.read(end, 0, end.length)) && rows.rows() > 0;
        }
    }
}
