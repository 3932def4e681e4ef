package io.customerroom.demo;

import io.customerroom.demo.truth.Truth;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/**
 * A regional company that sells internet and phone contracts at four sites and accessories in its shops, with and without a card.
 * Everybody in it is invented. What goes wrong in it was planted: breaches that cost customers, cost none, or only seem to; a segment
 * that loses money, a year of quantity without quality, rules that drive customers away, goals that contradict each other, an issue to
 * which three sources point; and beside each of them something that looks alike and means nothing.
 */
public final class DemoCompany {

    static final String CUSTOMERS = "customers.csv";
    static final String CONTRACTS = "contracts.csv";
    static final String CONTRACT_EVENTS = "contract-events.csv";
    static final String PURCHASES = "shop.csv.gz";
    static final String TICKETS = "tickets.csv";
    static final String CONTACTS = "contacts.xlsx";
    static final String FEEDBACK = "feedback.csv";
    static final String DEPARTURES = "departures.csv";
    static final String REFERRALS = "referrals.csv";
    static final String COSTS = "costs.csv";
    static final String TOUCHES = "touches.csv";
    static final String INVESTMENTS = "investments.csv";
    static final String CROSSWALK = "crosswalk.csv";
    static final String RATES = "rates.csv";

    private DemoCompany() {}

    /**
     * Writes the company's files into the folder, which is made if need be; files of these names are replaced.
     *
     * @return the files in the order in which they are to be imported
     */
    public static List<DemoFile> write(Path folder, DemoSettings settings) {
        return write(folder, settings, share -> {});
    }

    /**
     * The same, telling how far it has come.
     *
     * @param reached hears the share of the customers that are written, from 0 to 1, now and then
     */
    public static List<DemoFile> write(Path folder, DemoSettings settings, DoubleConsumer reached) {
        try {
            Files.createDirectories(folder);
            Plan plan = new Plan(settings);
            try (BookFiles files = new BookFiles(folder, plan)) {
                new Books(plan).tell(files, reached);
            }
            return List.of(
                    mapped(folder, CUSTOMERS, "customer", "snapshot", "customers.yaml"),
                    mapped(folder, CROSSWALK, "crosswalk", "delta", "crosswalk.yaml"),
                    mapped(folder, RATES, "rate", "delta", "rates.yaml"),
                    mapped(folder, CONTRACTS, "contract", "snapshot", "contracts.yaml"),
                    mapped(folder, CONTRACT_EVENTS, "contract_event", "delta", "contract-events.yaml"),
                    mapped(folder, PURCHASES, "purchase", "delta", "purchases.yaml"),
                    mapped(folder, TICKETS, "ticket", "delta", "tickets.yaml"),
                    mapped(folder, CONTACTS, "operation", "delta", "contacts.yaml"),
                    mapped(folder, FEEDBACK, "feedback", "delta", "feedback.yaml"),
                    mapped(folder, DEPARTURES, "departure", "delta", "departures.yaml"),
                    mapped(folder, REFERRALS, "referral", "delta", "referrals.yaml"),
                    mapped(folder, COSTS, "cost", "delta", "costs.yaml"),
                    mapped(folder, INVESTMENTS, "investment", "delta", "investments.yaml"),
                    mapped(folder, TOUCHES, "touch", "delta", "touches.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the demo company's files", e);
        }
    }

    /** Writes the definitions that fit this company, replacing those of the same names: who is active, whom we
     * wish to win, what loyal customers are believed to
     * do, what serving costs, and what operations think of it. */
    public static void writeDefinitions(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String file : List.of(
                    "activity.yaml",
                    "desired-customers-1.yaml",
                    "desired-customers-sales-1.yaml",
                    "contracts-billing-1.yaml",
                    "loyalty-behaviours.yaml",
                    "cost-rules.yaml",
                    "cost-rules-operations.yaml")) {
                copy(file, folder.resolve(file));
            }
            copy("referrals-definition.yaml", folder.resolve("referrals.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the demo company's definitions", e);
        }
    }

    /** Writes the metrics that this company's analyst has added, replacing those of the same names. */
    public static void writeMetrics(Path folder) {
        try {
            Files.createDirectories(folder);
            copy("new-as-sales-counts.sql", folder.resolve("new-as-sales-counts.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the demo company's metrics", e);
        }
    }

    /** Who came in each month of the history, and what they brought in it, as a ledger of the company's files counts them. For tests. */
    public static List<Truth.Newcomers> newcomers(DemoSettings settings) {
        Plan plan = new Plan(settings);
        Newcomers newcomers = new Newcomers(plan);
        new Books(plan).tellBuying(newcomers);
        return newcomers.told();
    }

    /** Who was in a programme of the story. */
    public static Launched launched(DemoSettings settings, String programme) {
        Plan plan = new Plan(settings);
        return Stream.of(Campaign.values())
                .filter(campaign -> campaign.label().equals(programme))
                .findFirst()
                .orElseThrow()
                .launched(plan, new Books(plan));
    }

    /** Writes what was planted, with ids and numbers, as JSON. For tests: keep the file away from the folder that is imported. */
    public static void writeTruth(Path file, DemoSettings settings) {
        Plan plan = new Plan(settings);
        Books books = new Books(plan);
        Tally tally = new Tally(plan, books);
        books.tell(tally);
        Truth truth = tally.truth();
        try {
            Files.writeString(file, truth.json());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the truth", e);
        }
    }

    private static DemoFile mapped(Path folder, String name, String kind, String feed, String mapping)
            throws IOException {
        Path target = folder.resolve(mapping);
        copy(mapping, target);
        return new DemoFile(folder.resolve(name), kind, target, feed);
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream text = Objects.requireNonNull(DemoCompany.class.getResourceAsStream(resource), resource)) {
            Files.write(target, text.readAllBytes());
        }
    }
}
