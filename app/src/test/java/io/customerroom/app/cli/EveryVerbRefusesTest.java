package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What every verb answers to what is wrong: where, what was seen, what would be accepted, what to do next; with the exit code of its kind, without a stack trace, the name
 * of a class or anything of a person. A verb without a line in the table fails, and options are tried one by one as the verbs declare them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryVerbRefusesTest {

    /** What is typed, the exit code, the code, and what the sentence says among other things. {@code ~} stands for a blank inside a word, {@code ''} for nothing. */
    private static final String TABLE = """
            demo --dir d1 --customers -5 | 2 | DEMO_SIZE | must lie in 100..900000, but was -5
            demo --dir d1 --customers 1000000 | 2 | DEMO_SIZE | but was 1000000
            demo --dir d1 --months 0 | 2 | DEMO_SIZE | months must lie in 12..120, but was 0
            demo --dir d1 --port 70000 | 2 | PORT_REFUSED | --port is 70000
            demo --dir d1 --port -1 | 2 | PORT_REFUSED | 0 for any free one
            demo --dir text.txt | 2 | FOLDER_NOT_EMPTY | text.txt
            init d2 --zone Mars/Base | 2 | SETTINGS_REFUSED | Mars/Base
            init d3 --currency EURO | 2 | SETTINGS_REFUSED | 'EURO'
            init d4 --name '' | 2 | SETTINGS_REFUSED | name is ''
            init room | 2 | WORKSPACE_EXISTS | room
            init text.txt | 2 | FOLDER_NOT_EMPTY | text.txt
            init d5 too | 2 | ARGUMENT_UNKNOWN | 'too'
            import --dir room | 2 | ARGUMENT_REFUSED | FILE|DIR
            import --dir room missing.csv --as purchase | 2 | FILE_MISSING | missing.csv
            import --dir room sales.csv | 2 | FACT_MISSING | Add --as
            import --dir room sales.csv --as purchace | 2 | FACT_UNKNOWN | 'purchace'
            import --dir room sales.csv --as purchase --feed some | 2 | FEED_UNKNOWN | delta, cumulative or snapshot
            import --dir room sales.csv --as purchase --source '' | 2 | SOURCE_WITHOUT_NAME | leave it out
            import --dir room sales.csv --mapping none.yaml | 2 | MAPPING_UNREADABLE | none.yaml
            import --dir room sales.csv --mapping odd.csv | 2 | MAPPING_UNREADABLE | UTF-8
            import --dir room sales.csv --mapping broken.yaml | 2 | MAPPING_INVALID | line 1, column
            import --dir room sales.csv --as purchase --table t | 2 | NOT_A_DATABASE | only files are named
            import --dir room sales.csv --as purchase --overlap-minutes -3 | 2 | NUMBER_RANGE | -3 minutes
            import --dir room sales.csv --as purchase --timeout-minutes 0 | 2 | NUMBER_RANGE | the timeout 0
            import --dir room odd.csv --as purchase | 2 | MAPPING_DOES_NOT_FIT | no column for 'customer'
            import --dir room latin.csv --as purchase | 2 | MAPPING_DOES_NOT_FIT | Its columns are: a, b
            import --dir room empty.csv --as purchase | 2 | FILE_EMPTY | 'empty.csv'
            import --dir room nothing --as purchase | 2 | FOLDER_WITHOUT_FILES | holds no file
            import --dir room broken.zip --as purchase | 2 | FILE_TRUNCATED | 'broken.zip'
            batches --dir room too | 2 | ARGUMENT_UNKNOWN | one word too many
            undo --dir room | 2 | ARGUMENT_REFUSED | 'BATCH'
            undo --dir room b0009 | 2 | BATCH_UNKNOWN | 'b0009'
            quarantine --dir room b0009 | 2 | BATCH_UNKNOWN | 'b0009'
            quarantine --dir room b0001-purchase --retry missing.csv | 2 | FILE_MISSING | missing.csv
            build --dir room --through yesterday | 2 | DATE_MALFORMED | 'yesterday'
            build --dir room --through 2026-02-30 | 2 | DATE_MALFORMED | 2026-03-31
            build --dir room --known soon | 2 | DATE_MALFORMED | 'soon'
            build --dir room --definition activity@99 | 2 | DEFINITION_UNKNOWN | activity@1
            metrics --dir room customer-mth | 2 | METRIC_UNKNOWN | Did you mean 'customer-math'?
            definitions --dir room activity@9 | 2 | DEFINITION_UNKNOWN | 'activity@9'
            definitions --dir room --format xml | 2 | FORMAT_NOT_OFFERED | table, json, csv
            definitions compare --dir room | 2 | ARGUMENT_REFUSED | 'D@V'
            definitions compare --dir room activity@1 activity@7 | 2 | DEFINITION_UNKNOWN | 'activity@7'
            show --dir room | 2 | ARGUMENT_REFUSED | 'NAME'
            show --dir room customer-mth | 2 | METRIC_UNKNOWN | Did you mean 'customer-math'?
            show --dir room customer-math --period 2026-13 | 2 | PERIOD_UNKNOWN | '2026-13'
            show --dir room customer-math --by moon | 2 | DIMENSION_UNKNOWN | 'moon'
            show --dir room customer-math --where planet | 2 | CONDITION_MALFORMED | 'planet'
            show --dir room customer-math --where planet=mars | 2 | PARAMETER_UNKNOWN | 'planet'
            show --dir room customer-math --limit -1 | 2 | LIMIT_MALFORMED | --limit is -1
            show --dir room customer-math --format xml | 2 | FORMAT_NOT_OFFERED | 'xml'
            explain --dir room revenue 2025-01 | 2 | FIGURE_UNKNOWN | Choose one of
            export --dir room customer-math | 2 | ARGUMENT_REFUSED | --format=F
            export --dir room customer-math --format pptx --out a.pptx | 2 | FORMAT_NOT_OFFERED | csv, json, table, xlsx, parquet
            export --dir room trail --format jsonl --out nothing --force | 3 | FILE_NOT_WRITTEN | it is a folder
            export --dir room customer-math --format csv --out text.txt | 2 | FILE_EXISTS | --force
            person --dir room | 2 | ARGUMENT_REFUSED | 'ID'
            person --dir room nobody | 2 | PERSON_UNKNOWN | --ids
            person --dir room ada --format xml | 2 | ARGUMENT_REFUSED | TEXT, JSON
            person --dir room ada --out text.txt | 2 | FILE_EXISTS | text.txt
            erase --dir room | 2 | ERASURE_INCOMPLETE | reason
            erase --dir room rosalind --reason rosalind~asked | 2 | REASON_NAMES_PERSON | number of the request
            erase --dir room --again missing.txt | 2 | NO_REGISTER | erase --register
            erase --dir room --again text.txt | 2 | NO_REGISTER | no list of erased persons
            retain --dir room --state words=-3 --reason r | 2 | DAYS_MALFORMED | words=730
            retain --dir room --state words=999999999999 --reason r | 2 | DAYS_MALFORMED | words=999999999999
            retain --dir room --state word=30 --reason r | 2 | CLASS_UNKNOWN | 'word'
            retain --dir room --state words=30 | 2 | REASON_MISSING | reason
            retain --dir room --release k9 --reason r | 2 | HOLD_UNKNOWN | 'k9'
            doctor --trail missing.jsonl | 2 | FILE_NOT_READABLE | missing.jsonl
            doctor --trail text.txt | 2 | TRAIL_BROKEN | line 1
            doctor --dir room --head abc | 2 | HEAD_WITHOUT_TRAIL | --trail
            backup --dir room text.txt | 2 | FILE_EXISTS | text.txt
            backup --dir room none/b.zip | 3 | BACKUP_NOT_WRITTEN | its folder is not there
            restore --dir d6 missing.zip | 3 | RESTORE_FAILED | it is not there
            restore --dir d7 broken.zip | 2 | NO_BACKUP | broken.zip
            restore --dir d8 sales.csv | 2 | NO_BACKUP | sales.csv
            state --dir room mve | 2 | VERB_UNKNOWN | Did you mean 'move'?
            state move --dir room | 2 | ARGUMENT_REFUSED | --to=PLACE
            serve --dir room --port 99999 | 2 | PORT_REFUSED | 65535
            serve --dir room --port -1 | 2 | PORT_REFUSED | leave it out
            user --dir room lsit | 2 | VERB_UNKNOWN | Did you mean 'list'?
            user add --dir room | 2 | ARGUMENT_REFUSED | 'NAME'
            reminders --dir room sent | 2 | VERB_UNKNOWN | 'send'
            reminders send --dir room | 2 | MAIL_OFF | mail.host
            package too | 2 | ARGUMENT_UNKNOWN | 'too'
            version too | 2 | ARGUMENT_UNKNOWN | 'too'
            batches --dir newer | 2 | STATE_TOO_NEW | 8.9999
            """;

    /** Words without which these verbs refuse before they look at the workspace; the others need none. */
    private static final Map<String, String> NEEDED = Map.ofEntries(
            Map.entry("import", "sales.csv --as purchase"),
            Map.entry("undo", "b0001"),
            Map.entry("quarantine", "b0001"),
            Map.entry("show", "customer-math"),
            Map.entry("explain", "customers 2025-01"),
            Map.entry("export", "customer-math --format csv --out new.csv"),
            Map.entry("person", "ada"),
            Map.entry("erase", "ada --reason r"),
            Map.entry("backup", "new.zip"));

    /** Verbs that make a workspace or ask for none; those with verbs of their own ask for them first. */
    private static final Set<String> WITHOUT_WORKSPACE =
            Set.of("demo", "init", "restore", "package", "version", "user", "state", "reminders");

    private Path folder = Path.of("");

    @BeforeAll
    void aRoomAndWhatIsNone(@TempDir Path fresh) throws IOException {
        folder = fresh;
        Files.writeString(folder.resolve("text.txt"), "hello\n");
        Files.writeString(folder.resolve("sales.csv"), "order,customer,date,amount\nR-1,rosalind,2025-01-10,10.00\n");
        Files.write(folder.resolve("odd.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0, '\n', 0, (byte) 0x80, 0});
        Files.write(folder.resolve("latin.csv"), "a,b\n\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.createFile(folder.resolve("empty.csv"));
        Files.createDirectory(folder.resolve("nothing"));
        Files.write(folder.resolve("broken.zip"), "PK\u0003\u0004broken".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("broken.yaml"), "not yaml: [");
        well("init", "room");
        well("import", "sales.csv", "--as", "purchase", "--dir", "room");
        well("build", "--dir", "room");
        well("init", "newer");
        well("batches", "--dir", "newer");
        try (Workbench newer = Workbench.open(new Workspace(folder.resolve("newer")), Clock.systemUTC())) {
            newer.store().write(new Authorship("command line", "cli", "test", "test"), writing -> {
                writing.handle().execute("""
                        INSERT INTO schema_history
                        SELECT installed_rank + 1000, '8.9999', 'from the future', type, 'V8_9999__from_the_future.sql', checksum,
                            installed_by, installed_on, execution_time, success
                        FROM schema_history WHERE version IS NOT NULL LIMIT 1
                        """);
                writing.handle().execute("DELETE FROM schema_fingerprint");
                writing.record("workspace-created", "newer", Map.of());
                return true;
            });
        }
    }

    private void well(String... words) {
        assertThat(Typed.in(folder, words).exitCode())
                .as(String.join(" ", words))
                .isZero();
    }

    @Test
    void everyWrongValueIsAnsweredWithASentenceAndANextStep() {
        List<String> wrong = new ArrayList<>();
        for (String line : TABLE.lines().toList()) {
            String[] cells = line.split(" \\| ");
            Typed typed = typed(cells[0]);
            String said = typed.err();
            boolean right = typed.exitCode() == Integer.parseInt(cells[1])
                    && said.contains("[" + cells[2] + "]")
                    && said.contains(cells[3])
                    && typed.out().isEmpty()
                    && isASentenceForPeople(said);
            if (!right) {
                wrong.add(line + "\n  " + typed);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyVerbHasALine() {
        Set<String> typed =
                TABLE.lines().map(line -> line.split(" ")[0]).collect(Collectors.toCollection(TreeSet::new));
        Set<String> verbs = new TreeSet<>(verbs().keySet());
        verbs.removeIf(verb -> verb.contains(" "));
        assertThat(typed).isEqualTo(verbs);
    }

    @Test
    void everyOptionOfEveryVerbIsRefusedWithoutItsValueTwiceAndMisspelt() {
        List<String> wrong = new ArrayList<>();
        Parsed parsed = new Parsed(folder);
        verbs().forEach((verb, line) -> {
            for (OptionSpec option : line.getCommandSpec().options()) {
                String name = option.longestName();
                if (option.arity().max() > 0) {
                    check(wrong, parsed, verb + " " + name, "ARGUMENT_REFUSED", name);
                    if (!option.isMultiValue() && !option.type().isEnum() && option.type() != int.class) {
                        check(
                                wrong,
                                parsed,
                                "%s %s 1 %s 1".formatted(verb, name, name),
                                "ARGUMENT_REFUSED",
                                "only once");
                    }
                    if (Stream.of(int.class, Integer.class, Long.class)
                            .anyMatch(type -> option.type() == type || option.auxiliaryTypes()[0] == type)) {
                        check(
                                wrong,
                                parsed,
                                "%s %s many".formatted(verb, name),
                                "ARGUMENT_REFUSED",
                                "is not a whole number");
                        check(
                                wrong,
                                parsed,
                                "%s %s 9%s".formatted(verb, name, "9".repeat(30)),
                                "ARGUMENT_REFUSED",
                                "whole number");
                    }
                }
                misspelt(wrong, parsed, verb, name + "x");
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyVerbThatReadsAWorkspaceSaysWhereNoneIs() {
        List<String> wrong = new ArrayList<>();
        verbs().keySet().stream()
                .filter(verb -> !verb.contains(" ") && !WITHOUT_WORKSPACE.contains(verb))
                .forEach(verb -> {
                    String words = verb + " " + NEEDED.getOrDefault(verb, "--dir nowhere");
                    words += words.contains("--dir") ? "" : " --dir nowhere";
                    check(wrong, this::typed, words, "WORKSPACE_MISSING", "nowhere is not a workspace");
                    check(
                            wrong,
                            this::typed,
                            words.replace("--dir nowhere", "--dir text.txt"),
                            "WORKSPACE_MISSING",
                            "text.txt");
                });
        assertThat(wrong).isEmpty();
    }

    /** What is missing may be told first. */
    private static void misspelt(List<String> wrong, Function<String, Typed> terminal, String verb, String option) {
        Typed typed = terminal.apply(verb + " " + option);
        boolean known = typed.err().contains("There is no option '" + option + "'.")
                && typed.err().contains("[OPTION_UNKNOWN]");
        boolean missing =
                typed.err().contains("Missing required") && typed.err().contains("[ARGUMENT_REFUSED]");
        if (typed.exitCode() != 2 || !known && !missing || !isASentenceForPeople(typed.err())) {
            wrong.add(verb + " " + option + "\n  " + typed);
        }
    }

    private static void check(
            List<String> wrong, Function<String, Typed> terminal, String words, String code, String holds) {
        Typed typed = terminal.apply(words);
        if (typed.exitCode() != 2
                || !typed.err().contains("[" + code + "]")
                || !typed.err().contains(holds)
                || !isASentenceForPeople(typed.err())) {
            wrong.add(words + "\n  " + typed);
        }
    }

    private static boolean isASentenceForPeople(String said) {
        return said.lines().noneMatch(line -> line.startsWith("\tat "))
                && !said.contains("java.")
                && !said.contains("not an int")
                && !said.contains("Rosalind")
                && said.matches("(?s).*[.?] .*\\[[A-Z_]+]\\s*");
    }

    private Typed typed(String words) {
        return Typed.in(folder, words(words));
    }

    private static String[] words(String typed) {
        return Stream.of(typed.split(" "))
                .map(word -> word.equals("''") ? "" : word.replace('~', ' '))
                .toArray(String[]::new);
    }

    /** One command line that hundreds of wrong options are tried on: making it costs more than what it answers. */
    private static final class Parsed implements Function<String, Typed> {

        private final StringWriter out = new StringWriter();
        private final StringWriter err = new StringWriter();
        private final CommandLine line;

        Parsed(Path folder) {
            Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
            line = new CustomerRoom(console, Typed.NOON, folder).commandLine();
        }

        @Override
        public Typed apply(String typed) {
            out.getBuffer().setLength(0);
            err.getBuffer().setLength(0);
            int exitCode = line.execute(words(typed));
            line.getOut().flush();
            line.getErr().flush();
            return new Typed(exitCode, out.toString(), err.toString());
        }
    }

    /** Every verb, and every verb of a verb, by what is typed; help answers whatever is asked of it. */
    private Map<String, CommandLine> verbs() {
        Console nowhere = new Console(new PrintWriter(Writer.nullWriter()), new PrintWriter(new StringWriter()), false);
        Map<String, CommandLine> verbs = new TreeMap<>();
        collect("", new CustomerRoom(nowhere, Typed.NOON, folder).commandLine(), verbs);
        verbs.remove("help");
        return verbs;
    }

    private static void collect(String before, CommandLine line, Map<String, CommandLine> verbs) {
        line.getSubcommands().forEach((name, verb) -> {
            verbs.put(before + name, verb);
            collect(before + name + " ", verb, verbs);
        });
    }
}
