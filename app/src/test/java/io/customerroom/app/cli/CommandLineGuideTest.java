package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** docs/guide/command-line.md lists the verbs and options there are, no more and no less. */
class CommandLineGuideTest {

    private static final Guide GUIDE = Guide.page("docs/guide/command-line.md");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
    private static final Set<String> EVERYWHERE = Set.of("--dir", "--help", "--version");

    private final CommandLine commandLine = new CustomerRoom(Console.system(), Typed.NOON, Path.of("")).commandLine();

    @Test
    void verbsAndTheirOptionsAreTheRealOnes() {
        Map<String, Set<String>> real = new TreeMap<>();
        commandLine.getSubcommands().forEach((verb, command) -> real.put(verb, options(command)));
        Map<String, Set<String>> listed = new TreeMap<>();
        synopses()
                .forEach(synopsis -> listed.put(
                        synopsis.split(" ")[0],
                        OPTION.matcher(synopsis)
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toCollection(TreeSet::new))));
        assertThat(listed).isEqualTo(real);
    }

    @Test
    void accountsVerbsAreTheRealOnes() {
        String synopsis =
                synopses().filter(text -> text.startsWith("user ")).findFirst().orElseThrow();
        assertThat(synopsis.substring("user ".length()).split("/"))
                .containsExactlyInAnyOrderElementsOf(commandLine
                        .getSubcommands()
                        .get("user")
                        .getSubcommands()
                        .keySet());
    }

    @Test
    void everyVerbExplainsItself() {
        List<String> verbs = List.copyOf(commandLine.getSubcommands().keySet());
        assertThat(verbs)
                .filteredOn(verb -> !verb.equals("help"))
                .allSatisfy(verb -> assertThat(Typed.in(Path.of(""), verb, "--help"))
                        .extracting(Typed::exitCode, Typed::err)
                        .containsExactly(0, ""));
        assertThat(Typed.in(Path.of(""), "user", "add", "--help").out()).startsWith("Usage: customer-room user add ");
    }

    private static Stream<String> synopses() {
        String table = GUIDE.text()
                .substring(GUIDE.text().indexOf("| verb |"), GUIDE.text().indexOf("Periods are written"));
        return table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.replace("\\|", "/").split("`")[1]);
    }

    /** Those for people: what is hidden is for the program itself. */
    private static Set<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .filter(name -> !EVERYWHERE.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
