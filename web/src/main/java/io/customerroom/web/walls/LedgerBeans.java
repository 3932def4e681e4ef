package io.customerroom.web.walls;

import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.goals.Goals;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.imports.database.DatabaseImports;
import io.customerroom.ledger.imports.database.DatabaseReadings;
import io.customerroom.ledger.imports.database.DatabaseSources;
import io.customerroom.ledger.imports.events.EventInbox;
import io.customerroom.ledger.imports.folders.FolderInbox;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.persons.CallBook;
import io.customerroom.ledger.persons.LinkProposals;
import io.customerroom.ledger.persons.Names;
import io.customerroom.ledger.persons.PersonCalls;
import io.customerroom.ledger.persons.PersonNames;
import io.customerroom.ledger.persons.PersonWords;
import io.customerroom.ledger.rates.RatesInUse;
import io.customerroom.ledger.typed.KnownIds;
import io.customerroom.ledger.typed.TypedDepartures;
import io.customerroom.ledger.typed.TypedLinks;
import io.customerroom.ledger.typed.TypedRates;
import io.customerroom.ledger.typed.TypedReadings;
import io.customerroom.ledger.typed.TypedTouches;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.StateStore;
import io.customerroom.walls.reading.LedgerReadings;
import io.customerroom.walls.reading.Readings;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.customers.LedgerRows;
import io.customerroom.web.customers.LedgerRowsOfBuild;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The pages' view of the ledger, over the questions and builds that the application brings. Made when first asked for. */
@Configuration(proxyBeanMethods = false)
public class LedgerBeans {

    @Bean
    @Lazy
    Readings readings(ObjectProvider<Questions> questions, PastLedgers ledgers) {
        return new LedgerReadings(questions::getObject, ledgers::of);
    }

    @Bean
    @Lazy
    LedgerRows ledgerRows(Questions questions, PastLedgers ledgers) {
        return new LedgerRowsOfBuild(questions, ledgers::of);
    }

    @Bean
    @Lazy
    Names names(Workspace workspace, StateStore store, Engine engine) {
        return new PersonNames(workspace, store, engine);
    }

    @Bean
    @Lazy
    PersonWords personWords(Workspace workspace, StateStore store, Engine engine) {
        return new PersonWords(workspace, store, engine);
    }

    @Bean
    @Lazy
    CallBook callBook(Workspace workspace, StateStore store, Engine engine) {
        return new PersonCalls(workspace, store, engine);
    }

    @Bean
    @Lazy
    TypedDepartures typedDepartures(Workspace workspace, Imports imports, Clock clock) {
        return new TypedDepartures(workspace, imports, clock);
    }

    @Bean
    @Lazy
    Choices choices(Questions questions, Builds builds, LedgerStatus status) {
        return new ChoicesOfBuild(questions, builds, status);
    }

    @Bean
    @Lazy
    TypedReadings typedReadings(Workspace workspace, Imports imports, Engine engine, Clock clock, CompanyFace company) {
        return new TypedReadings(
                workspace, imports, engine, clock, company.calendar().zone());
    }

    @Bean
    @Lazy
    TypedTouches typedTouches(Workspace workspace, Imports imports, Engine engine, Clock clock, CompanyFace company) {
        return new TypedTouches(
                workspace, imports, engine, clock, company.calendar().zone());
    }

    @Bean
    @Lazy
    TypedLinks typedLinks(Workspace workspace, Imports imports, Engine engine, Clock clock) {
        return new TypedLinks(imports, new KnownIds(workspace, imports, engine), clock);
    }

    @Bean
    @Lazy
    TypedRates typedRates(Imports imports, Clock clock, CompanyFace company) {
        return new TypedRates(
                imports, clock, company.currency(), company.calendar().zone());
    }

    @Bean
    @Lazy
    RatesInUse ratesInUse(Workspace workspace, Receipts receipts, Builds builds, Engine engine) {
        return new RatesInUse(workspace, receipts, builds, engine);
    }

    @Bean
    @Lazy
    LinkProposals linkProposals(Workspace workspace, StateStore store, Engine engine) {
        return new LinkProposals(workspace, store, engine);
    }

    @Bean
    @Lazy
    EventInbox eventInbox(Workspace workspace, Imports imports, StateStore store, Clock clock) {
        return new EventInbox(workspace, imports, store, clock);
    }

    @Bean
    @Lazy
    DatabaseSources databaseSources(Workspace workspace, StateStore store, Clock clock, CompanyFace company) {
        return new DatabaseSources(workspace, store, System::getenv, company.calendar(), clock);
    }

    @Bean
    @Lazy
    DatabaseReadings databaseReadings(
            Workspace workspace, DatabaseSources sources, Imports imports, StateStore store, Clock clock) {
        return new DatabaseReadings(sources, new DatabaseImports(workspace, imports, store, clock), store, clock);
    }

    @Bean
    @Lazy
    FolderInbox folderInbox(Workspace workspace, Imports imports, Clock clock) {
        return new FolderInbox(workspace, imports, clock);
    }

    @Bean
    @Lazy
    Goals goals(StateStore store, CompanyFace company) {
        return new Goals(store, company.calendar());
    }
}
