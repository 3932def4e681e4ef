package io.customerroom.ledger.metrics;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import io.customerroom.ledger.build.LedgerTables;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.metrics.Metric.SqlText;
import io.customerroom.ledger.workspace.NearWord;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All metrics: the built-in ones and those the workspace adds as {@code metrics/*.sql}. An own metric may not take a built-in name.
 * {@link #load} checks every card and text and tries own texts on an empty ledger; findings come all together. {@link #forOne} does the
 * same for one metric only, for those who ask one question and leave.
 */
public final class Catalogue {

    private static final String FOLDER = "/metrics/";
    private static final String OWN_FOLDER = "metrics/";
    private static final String ENDING = ".sql";

    private final Map<String, Metric> metrics;

    private Catalogue(Map<String, Metric> metrics) {
        this.metrics = metrics;
    }

    /** Refused with {@code METRIC_REFUSED}, each finding with file, line and reason. */
    public static Catalogue load(Workspace workspace, Engine engine) {
        List<String> findings = new ArrayList<>();
        Map<String, Metric> metrics = new TreeMap<>();
        for (String name : builtIn()) {
            read(name + ".sql", resource(name + ".sql"), true, metrics, findings);
        }
        int builtIn = metrics.size();
        own(workspace.metrics()).forEach((file, text) -> read(file, text, false, metrics, findings));
        if (findings.isEmpty() && metrics.size() > builtIn) {
            tryOut(metrics.values().stream().filter(metric -> !metric.builtIn()).toList(), engine, findings);
        }
        refuse(findings);
        return new Catalogue(metrics);
    }

    /** A catalogue of this metric alone, checked as {@link #load} does; refused with {@code METRIC_UNKNOWN} where no file has the name. */
    public static Catalogue forOne(String name, Workspace workspace, Engine engine) {
        List<String> findings = new ArrayList<>();
        Map<String, Metric> metrics = new TreeMap<>();
        if (builtIn().contains(name)) {
            read(name + ".sql", resource(name + ".sql"), true, metrics, findings);
        }
        Map<String, String> own = own(workspace.metrics());
        String file = OWN_FOLDER + name + ENDING;
        String text = own.get(file);
        if (text != null) {
            read(file, text, false, metrics, findings);
            if (findings.isEmpty()) {
                tryOut(List.copyOf(metrics.values()), engine, findings);
            }
        }
        refuse(findings);
        if (metrics.isEmpty()) {
            Set<String> names = new TreeSet<>(builtIn());
            own.keySet()
                    .forEach(path -> names.add(path.substring(OWN_FOLDER.length(), path.length() - ENDING.length())));
            throw unknown(name, names);
        }
        return new Catalogue(metrics);
    }

    private static void refuse(List<String> findings) {
        if (!findings.isEmpty()) {
            throw Failure.yours(
                    "METRIC_REFUSED",
                    String.join("\n", findings),
                    "Mend the files in metrics/; the guide shows what every engine understands.");
        }
    }

    /** By name. */
    public List<Metric> all() {
        return List.copyOf(metrics.values());
    }

    public Metric metric(String name) {
        Metric metric = metrics.get(name);
        if (metric == null) {
            throw unknown(name, metrics.keySet());
        }
        return metric;
    }

    private static Failure unknown(String name, Set<String> names) {
        return Failure.yours(
                "METRIC_UNKNOWN",
                "There is no metric '%s'.".formatted(name),
                NearWord.hint(name, names) + " './customer-room metrics' lists them.");
    }

    private static void read(
            String file, String text, boolean builtIn, Map<String, Metric> metrics, List<String> findings) {
        MetricFile.read(file, text, builtIn, findings).ifPresent(metric -> {
            Set<String> parameters = new HashSet<>(MetricText.PARAMETERS);
            parameters.addAll(metric.card().parameters());
            PortableSubset.check(metric.figure(), parameters, findings);
            metric.rows().ifPresent(rows -> PortableSubset.check(rows, parameters, findings));
            if (metrics.putIfAbsent(metric.card().name(), metric) != null) {
                findings.add("%s:1: there is a built-in metric '%s'; choose another name."
                        .formatted(file, metric.card().name()));
            }
        });
    }

    /** Runs every text on tables without rows, with and without filters: names and types are then known to be right. */
    static void tryOut(List<Metric> metrics, Engine engine, List<String> findings) {
        try (Session session = engine.open()) {
            LedgerTables.createEmpty(session);
            for (Metric metric : metrics) {
                tryOut(metric, metric.figure(), engine, session, findings);
                metric.rows().ifPresent(rows -> tryOut(metric, rows, engine, session, findings));
            }
        }
    }

    private static void tryOut(Metric metric, SqlText text, Engine engine, Session session, List<String> findings) {
        Filters filters = Filters.none();
        for (Dimension dimension : metric.card().dimensions()) {
            filters = filters.and(dimension, "x");
        }
        for (Filters narrowed : List.of(Filters.none(), filters)) {
            MetricText ready = MetricText.of(metric.card(), text, narrowed, engine.dialect(), RuleTables.builtIn());
            try {
                session.query(ready.sql(), ready.parameters(MetricText.Span.anywhere(), Map.of()));
            } catch (Failure refused) {
                findings.add("%s:%d: %s".formatted(text.file(), text.firstLine(), refused.getMessage()));
                return;
            }
        }
    }

    private static Map<String, String> own(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
                texts.put(OWN_FOLDER + file.getFileName(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw Failure.yours(
                    "METRIC_UNREADABLE",
                    "A file in metrics/ could not be read (%s).".formatted(FileTrouble.in(e, folder)),
                    "Check that its files are UTF-8 text and readable.");
        }
    }

    private static List<String> builtIn() {
        return resource("index.txt").lines().toList();
    }

    static String resource(String name) {
        try (InputStream in = Catalogue.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("no built-in metric " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
