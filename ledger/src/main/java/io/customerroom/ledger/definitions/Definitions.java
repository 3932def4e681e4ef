package io.customerroom.ledger.definitions;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All versions of all definitions of a workspace. Where it states none of a name, the built-in first version holds. */
public final class Definitions {

    private static final List<String> BUILT_IN = List.of(
            "activity.yaml",
            "contracts.yaml",
            "loyalty-behaviours.yaml",
            "referrals.yaml",
            "touch.yaml",
            "value.yaml",
            "cost-rules.yaml",
            "worth.yaml");

    private static final int REMEMBERED = 8;

    /** By the texts they were read from; only what was read without a finding. */
    private static final Map<Map<String, String>, Definitions> READ =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Map<String, String>, Definitions> eldest) {
                    return size() > REMEMBERED;
                }
            });

    private final List<Definition> all;

    private Definitions(List<Definition> all) {
        this.all = List.copyOf(all);
    }

    /** Reads {@code definitions/*.yaml}; refused with {@code DEFINITION_INVALID} and every finding together. */
    public static Definitions load(Workspace workspace) {
        return of(texts(workspace.definitions()));
    }

    /** The built-in definitions by file name, for a new workspace. */
    public static Map<String, String> starters() {
        Map<String, String> starters = new TreeMap<>();
        BUILT_IN.forEach(name -> starters.put(name, resource(name)));
        return starters;
    }

    /** Changes whenever a file of the workspace's definitions does: names, sizes and times. */
    public static String edition(Workspace workspace) {
        Path folder = workspace.definitions();
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder edition = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                edition.append(file.getFileName())
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis())
                        .append('\n');
            }
            return edition.toString();
        } catch (IOException e) {
            throw unreadable(folder);
        }
    }

    /** Definitions from texts by file name. Texts that were read before are not read again: every question asks for its definitions. */
    public static Definitions of(Map<String, String> texts) {
        Map<String, String> asked = new TreeMap<>(texts);
        Definitions known = READ.get(asked);
        if (known == null) {
            known = read(asked);
            READ.put(asked, known);
        }
        return known;
    }

    private static Definitions read(Map<String, String> texts) {
        DefinitionReader reader = new DefinitionReader();
        texts.forEach(reader::read);
        List<Definition> read = new ArrayList<>(reader.done());
        DefinitionReader builtIn = new DefinitionReader();
        starters().forEach(builtIn::read);
        for (Definition starter : builtIn.done()) {
            if (read.stream()
                    .noneMatch(d -> d.card().rule().equals(starter.card().rule()))) {
                read.add(starter);
            }
        }
        return new Definitions(read);
    }

    /** Every version, by rule and version. */
    public List<Definition> all() {
        return all.stream()
                .sorted(Comparator.comparing((Definition d) -> d.card().rule())
                        .thenComparing(d -> d.card().version()))
                .toList();
    }

    /** The definition of this id; that of a {@link ContractPreset} too, beside the company's newest version. */
    public Optional<Definition> find(String id) {
        return all.stream()
                .filter(d -> d.card().id().equals(id))
                .findFirst()
                .or(() -> ContractPreset.named(id).map(preset -> preset.beside(contracts(LocalDate.MAX))));
    }

    /** The definition of this id; refused with the ids there are. */
    public Definition require(String id) {
        requireKnown(id);
        return find(id).orElseThrow();
    }

    /** What a new version of a rule is called: one more than the highest there is. */
    public int nextVersion(String rule) {
        return 1
                + all.stream()
                        .filter(d -> d.card().rule().equals(rule))
                        .mapToInt(d -> d.card().version())
                        .max()
                        .orElse(0);
    }

    /** These, and one that is only proposed. Refused like a file, and where its id is taken. */
    public Definitions and(Definition proposed) {
        if (find(proposed.card().id()).isPresent()) {
            throw Failure.yours(
                    "DEFINITION_TAKEN",
                    "There is a definition '%s' already."
                            .formatted(proposed.card().id()),
                    "Propose it as version %d."
                            .formatted(nextVersion(proposed.card().rule())));
        }
        List<Definition> more = new ArrayList<>(all);
        more.add(proposed);
        return new Definitions(more);
    }

    /** One definition from its text; refused with {@code DEFINITION_INVALID} and every finding together. */
    public static Definition read(String file, String text) {
        DefinitionReader reader = new DefinitionReader();
        reader.read(file, text);
        return reader.done().getFirst();
    }

    /**
     * The set in force on a day: per name the highest valid-from not after it, then the higher version.
     *
     * @param chosen ids that override, for example {@code activity@2}
     */
    public DefinitionSet inForce(LocalDate through, List<String> chosen) {
        chosen.forEach(this::requireKnown);
        return new DefinitionSet(
                inForce(ActivityDefinition.class, through, chosen),
                inForce(ValueDefinition.class, through, chosen),
                inForce(CostRules.class, through, chosen));
    }

    /** What settles questions about contracts on a day; by the same rule as {@link #inForce}. */
    public ContractsDefinition contracts(LocalDate through) {
        return inForce(ContractsDefinition.class, through, List.of());
    }

    /** What is assumed where it is said what customers are worth; by the same rule as {@link #inForce}. */
    public WorthDefinition worth(LocalDate through) {
        return inForce(WorthDefinition.class, through, List.of());
    }

    /** What the company believes on a day that loyal customers do. */
    public LoyaltyDefinition loyalty(LocalDate through) {
        return inForce(LoyaltyDefinition.class, through, List.of());
    }

    /** How customers who came by recommendation are counted on a day; by the same rule as {@link #inForce}. */
    public ReferralsDefinition referrals(LocalDate through) {
        return inForce(ReferralsDefinition.class, through, List.of());
    }

    /** The company's rules that are in force on a day. */
    public List<Definition> ofCompany(LocalDate through) {
        DefinitionSet set = inForce(through, List.of());
        List<Definition> rules = new ArrayList<>(List.of(
                set.activity(),
                set.value(),
                set.costs(),
                contracts(through),
                loyalty(through),
                referrals(through),
                touch(through),
                worth(through)));
        desired(through).ifPresent(rules::add);
        return List.copyOf(rules);
    }

    /** The clock rule for touches that is in force on a day. */
    public TouchDefinition touch(LocalDate through) {
        return inForce(TouchDefinition.class, through, List.of());
    }

    /** The company's version of a rule that is in force on a day, where it states the rule at all. */
    public Optional<DesiredDefinition> desired(LocalDate through) {
        return current(through).stream().filter(it -> it.card().ofCompany()).findFirst();
    }

    /** Of every rule about desired customers, the company's and the departments', the version of a day: the company's first. */
    public List<DesiredDefinition> current(LocalDate through) {
        Map<String, DesiredDefinition> latest = new TreeMap<>();
        for (Definition definition : all()) {
            if (definition instanceof DesiredDefinition desired
                    && !desired.card().validFrom().isAfter(through)) {
                latest.merge(
                        desired.card().rule(),
                        desired,
                        (one, other) ->
                                other.card().validFrom().isBefore(one.card().validFrom()) ? one : other);
            }
        }
        return List.copyOf(latest.values());
    }

    private <D extends Definition> D inForce(Class<D> type, LocalDate through, List<String> chosen) {
        List<D> versions = all.stream().filter(type::isInstance).map(type::cast).toList();
        return versions.stream()
                .filter(d -> chosen.contains(d.card().id()))
                .findFirst()
                .or(() -> versions.stream()
                        .filter(d -> d.card().ofCompany())
                        .filter(d -> !d.card().validFrom().isAfter(through))
                        .max(Comparator.comparing((D d) -> d.card().validFrom())
                                .thenComparing(d -> d.card().version())))
                .orElseThrow(() -> Failure.yours(
                        "DEFINITION_NOT_IN_FORCE",
                        "No version of '%s' is valid on %s; there are %s."
                                .formatted(
                                        versions.getFirst().card().name(),
                                        through,
                                        ids(versions.stream()
                                                .filter(d -> d.card().ofCompany())
                                                .toList())),
                        "Give one of them an earlier valid-from, or choose one with --definition."));
    }

    private void requireKnown(String id) {
        if (find(id).isEmpty()) {
            throw Failure.yours(
                    "DEFINITION_UNKNOWN", "There is no definition '%s'.".formatted(id), "Known are " + ids(all) + ".");
        }
    }

    private static String ids(List<? extends Definition> definitions) {
        return definitions.stream().map(d -> d.card().id()).sorted().collect(Collectors.joining(", "));
    }

    private static Map<String, String> texts(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw unreadable(folder);
        }
    }

    private static Failure unreadable(Path folder) {
        return Failure.yours(
                "DEFINITION_UNREADABLE",
                "The folder %s could not be read.".formatted(folder.getFileName()),
                "Check that its files are UTF-8 text and readable.");
    }

    private static String resource(String name) {
        try (InputStream in = Definitions.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
