package io.customerroom.demo;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Tells the whole history, customer by customer, always in the same order; holds one customer in memory at a time. */
final class Books {

    private static final int BETWEEN_REPORTS = 500;

    private final Plan plan;
    private final People people;
    private final Lives lives;
    private final Supply supply;
    private final Shopping shopping;
    private final Desk desk;
    private final Leavers leavers;
    private final Advocates advocates;
    private final Mailings mailings;
    private final Readings readings;
    private final AccountCalls calls;
    private final Winning winning;
    private final ContractStories stories;
    private final Inquiries inquiries;

    Books(Plan plan) {
        this.plan = plan;
        people = new People(plan);
        lives = new Lives(plan);
        supply = new Supply(plan);
        leavers = new Leavers(plan);
        shopping = new Shopping(plan, leavers);
        desk = new Desk(plan);
        advocates = new Advocates(plan, people, lives);
        mailings = new Mailings(plan);
        readings = new Readings(plan);
        calls = new AccountCalls(plan);
        winning = new Winning(plan);
        stories = new ContractStories(plan);
        inquiries = new Inquiries(plan);
    }

    void tell(Consumer<Entry> to) {
        tell(to, share -> {});
    }

    /** @param reached hears the share of the customers that are told, from 0 to 1, now and then */
    void tell(Consumer<Entry> to, DoubleConsumer reached) {
        int customers = plan.settings().customers();
        for (int number = 1; number <= customers; number++) {
            customer(life(number), to);
            if (number % BETWEEN_REPORTS == 0) {
                reached.accept((double) number / customers);
            }
        }
        for (LocalDate day = plan.firstDay(); !day.isAfter(plan.lastDay()); day = day.plusDays(1)) {
            shopping.tellCash(day, to);
        }
        new Overheads(plan).tell(to);
        readings.tell(to);
        winning.tell(to);
        new Abroad(plan).tell(to);
    }

    /** Only who came, and what they bought. */
    void tellBuying(Consumer<Entry> to) {
        for (int number = 1; number <= plan.settings().customers(); number++) {
            Life life = life(number);
            register(life, to);
            shopping.tell(life.person(), to);
            link(life.person(), to);
        }
    }

    /** Only what happens between customers and the desk. */
    void tellService(Consumer<Entry> to) {
        for (int number = 1; number <= plan.settings().customers(); number++) {
            desk.tell(life(number), to);
        }
    }

    Life life(int number) {
        return lives.life(people.person(number));
    }

    private void customer(Life life, Consumer<Entry> to) {
        Person person = life.person();
        register(life, to);
        supply.tell(life, to);
        shopping.tell(person, to);
        desk.tell(life, to);
        leavers.tell(life, to);
        advocates.tell(person, to);
        mailings.tell(life, to);
        calls.tell(life, to);
        stories.tell(life, to);
        inquiries.tell(life, to);
        link(person, to);
    }

    private static void register(Life life, Consumer<Entry> to) {
        Person person = life.person();
        person.contractSince().ifPresent(since -> to.accept(new Entry.Registered(person.contractId(), person, since)));
        person.cardSince().ifPresent(since -> to.accept(new Entry.Registered(person.cardId(), person, since)));
        life.contracts().forEach(contract -> to.accept(new Entry.Contracted(person, contract)));
    }

    private static void link(Person person, Consumer<Entry> to) {
        if (person.linked() && person.contractSince().isPresent()) {
            person.cardSince().ifPresent(since -> to.accept(new Entry.Linked(person, since)));
        }
    }
}
