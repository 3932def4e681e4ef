package io.customerroom.ledger.persons;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names that texts are not to repeat, ready to be looked for in many texts. A name is found whole and by each of its words of three letters or more, in any case. The
 * company's own list is the file {@code names.txt} of the workspace, one name a line; without the file it is empty.
 */
public final class NameList {

    /** More names than this are a list of customers, whose texts are better not kept at all. */
    static final int MOST = 20_000;

    private static final Pattern MARK = Pattern.compile("\\[(?:name|number|account|e-mail|erased)]");
    private static final int SHORTEST = 3;
    private static final NameList EMPTY = new NameList(Optional.empty(), KnownNames::none);

    private final Optional<Pattern> names;
    private final Supplier<KnownNames> known;

    private NameList(Optional<Pattern> names, Supplier<KnownNames> known) {
        this.names = names;
        this.known = known;
    }

    public static NameList none() {
        return EMPTY;
    }

    public static NameList of(Collection<String> names) {
        SortedSet<String> longestFirst = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (String name : names) {
            longestFirst.add(name.strip());
            longestFirst.addAll(List.of(name.strip().split("[^\\p{L}]+")));
        }
        String any = longestFirst.stream()
                .filter(name -> name.codePointCount(0, name.length()) >= SHORTEST)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return any.isEmpty()
                ? EMPTY
                : new NameList(
                        Optional.of(Pattern.compile(
                                "(?<!\\p{L})(?:" + any + ")(?!\\p{L})",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)),
                        KnownNames::none);
    }

    /** The company's list; refused: a file that cannot be read, or one of too many names. */
    public static NameList ofCompany(Workspace workspace) {
        Path file = workspace.root().resolve("names.txt");
        if (!Files.exists(file)) {
            return EMPTY;
        }
        try {
            List<String> names = Files.readAllLines(file);
            if (names.size() > MOST) {
                throw Failure.yours(
                        "NAMES_TOO_MANY",
                        "names.txt lists %d names.".formatted(names.size()),
                        "List at most %d: staff and persons of public note, not customers.".formatted(MOST));
            }
            return of(names);
        } catch (IOException e) {
            throw Failure.yours(
                    "NAMES_UNREADABLE", "names.txt cannot be read.", "Write it as UTF-8 text, one name a line.");
        }
    }

    /** And what customers are called; asked for with the first text, and then kept. */
    public NameList and(Supplier<KnownNames> customers) {
        AtomicReference<@Nullable KnownNames> kept = new AtomicReference<>();
        return new NameList(
                names,
                () -> Objects.requireNonNull(kept.updateAndGet(there -> there == null ? customers.get() : there)));
    }

    /** What the company's list says, as a number that another list has not; empty without a list. */
    static String hashOfCompany(Workspace workspace) {
        Path file = workspace.root().resolve("names.txt");
        try {
            return Files.exists(file) ? Hash.of(Files.readString(file)) : "";
        } catch (IOException e) {
            throw Failure.yours(
                    "NAMES_UNREADABLE", "names.txt cannot be read.", "Write it as UTF-8 text, one name a line.");
        }
    }

    /** The text with {@code [name]} in the place of each; marks that stand in it stay. */
    String hide(String text) {
        if (text.indexOf('[') < 0) {
            return hideBetween(text);
        }
        StringBuilder hidden = new StringBuilder();
        Matcher mark = MARK.matcher(text);
        int told = 0;
        while (mark.find()) {
            hidden.append(hideBetween(text.substring(told, mark.start()))).append(mark.group());
            told = mark.end();
        }
        return hidden.append(hideBetween(text.substring(told))).toString();
    }

    private String hideBetween(String text) {
        return known.get()
                .hide(names.map(any -> any.matcher(text).replaceAll("[name]")).orElse(text));
    }
}
