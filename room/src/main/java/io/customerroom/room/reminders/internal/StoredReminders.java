package io.customerroom.room.reminders.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Role;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.Promises;
import io.customerroom.room.reminders.Letter;
import io.customerroom.room.reminders.LetterText;
import io.customerroom.room.reminders.Post;
import io.customerroom.room.reminders.Reminder;
import io.customerroom.room.reminders.ReminderRules;
import io.customerroom.room.reminders.Reminders;
import io.customerroom.room.reminders.internal.ReminderTable.Key;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reminders in the state store. */
public final class StoredReminders implements Reminders {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"]{1,64}@[A-Za-z0-9.-]{1,190}");

    private final StateStore store;
    private final People people;
    private final Promises promises;

    public StoredReminders(StateStore store, People people, Promises promises) {
        this.store = store;
        this.people = people;
        this.promises = promises;
    }

    @Override
    public Map<String, String> addresses() {
        return store.read(ReminderTable::addresses);
    }

    @Override
    public void address(Authorship by, String account, String address) {
        String checked = address.strip();
        if (!checked.isEmpty() && !ADDRESS.matcher(checked).matches()) {
            throw Failure.yours(
                    "ADDRESS_MALFORMED",
                    "This is no mail address.",
                    "Write it as name@example.org, or leave it empty.");
        }
        store.write(by, writing -> {
            if (!ReminderTable.isOpen(writing.handle(), account)) {
                throw Failure.yours("PERSON_UNKNOWN", "There is no open account of this name.", "Invite the person.");
            }
            String before = ReminderTable.addresses(writing.handle()).getOrDefault(account, "");
            if (before.equals(checked)) {
                writing.unchanged();
                return account;
            }
            ReminderTable.address(writing, account, checked);
            writing.record(
                    checked.isEmpty() ? "mail-address-forgotten" : "mail-address-set",
                    account,
                    Change.of(
                            before.isEmpty() ? "no address" : "an address",
                            checked.isEmpty() ? "no address" : before.isEmpty() ? "an address" : "another address"),
                    Map.of());
            return account;
        });
    }

    @Override
    public List<Reminder> outstanding(LocalDate today, ReminderRules rules) {
        Set<Key> begun = new HashSet<>(store.read(ReminderTable::begun));
        return wanted(today, rules).stream()
                .filter(reminder -> !begun.contains(Key.of(reminder)))
                .toList();
    }

    private List<Reminder> wanted(LocalDate today, ReminderRules rules) {
        Set<String> open = people.all().stream()
                .filter(account -> !account.closed())
                .map(Account::name)
                .collect(Collectors.toSet());
        List<String> escalateTo = escalateTo(rules);
        List<Reminder> wanted = new ArrayList<>();
        for (Promise promise : promises.all()) {
            forOwner(promise, today, rules).ifPresent(wanted::add);
            if (escalates(promise, today, rules)) {
                escalateTo.stream()
                        .filter(account -> !account.equals(promise.owner()))
                        .forEach(account -> wanted.add(new Reminder(account, Reminder.Kind.ESCALATION, promise)));
            }
        }
        return wanted.stream().filter(reminder -> open.contains(reminder.to())).toList();
    }

    private static Optional<Reminder> forOwner(Promise promise, LocalDate today, ReminderRules rules) {
        return Reminder.forOwner(promise, today, rules.daysBefore())
                .map(kind -> new Reminder(promise.owner(), kind, promise));
    }

    private static boolean escalates(Promise promise, LocalDate today, ReminderRules rules) {
        return Reminder.escalates(promise, today, rules.escalateAfterDays());
    }

    private List<String> escalateTo(ReminderRules rules) {
        return rules.escalateTo().isEmpty()
                ? people.all().stream()
                        .filter(account -> account.role() == Role.FACILITATOR)
                        .map(Account::name)
                        .toList()
                : rules.escalateTo();
    }

    @Override
    public List<Outcome> send(Authorship by, LocalDate today, ReminderRules rules, Besides besides, Post post) {
        LetterText text = new LetterText(
                today, people.all().stream().collect(Collectors.toMap(Account::name, Account::displayName)), besides);
        Map<String, String> addresses = addresses();
        List<Outcome> outcomes = new ArrayList<>(again(by, text, addresses, post));
        Map<String, List<Reminder>> byPerson = outstanding(today, rules).stream()
                .collect(Collectors.groupingBy(Reminder::to, TreeMap::new, Collectors.toList()));
        byPerson.forEach((to, reminders) -> {
            String address = addresses.get(to);
            if (address == null) {
                outcomes.add(new Outcome.NoAddress(to, reminders.size()));
            } else {
                begin(by, to, address, reminders, text)
                        .ifPresent(letter -> outcomes.add(handOver(by, letter, 1, post)));
            }
        });
        return List.copyOf(outcomes);
    }

    /** Notes the reminders before anything leaves the house; another process may have been faster. */
    private Optional<Letter> begin(
            Authorship by, String to, String address, List<Reminder> reminders, LetterText text) {
        String messageId = UUID.randomUUID().toString();
        return store.write(by, writing -> {
            Set<Key> begun = new HashSet<>(ReminderTable.begun(writing.handle()));
            List<Reminder> mine = reminders.stream()
                    .filter(reminder -> !begun.contains(Key.of(reminder)))
                    .toList();
            if (mine.isEmpty()) {
                writing.unchanged();
                return Optional.empty();
            }
            long number = ReminderTable.begin(writing, to, messageId);
            mine.forEach(reminder -> ReminderTable.note(writing, number, Key.of(reminder)));
            writing.record(
                    "reminders-begun", to, Change.made("begun"), Map.of("letter", number, "promises", ids(mine)));
            return Optional.of(letter(number, to, address, messageId, mine, text));
        });
    }

    private static Letter letter(
            long number, String to, String address, String messageId, List<Reminder> reminders, LetterText text) {
        return new Letter(
                number, to, address, messageId, reminders, LetterText.subject(reminders), text.text(to, reminders));
    }

    private Outcome handOver(Authorship by, Letter letter, int attempts, Post post) {
        try {
            post.take(letter);
        } catch (Failure failure) {
            String problem = String.valueOf(failure.getMessage());
            change(by, letter, attempts, "failed", problem);
            return new Outcome.Failed(letter.to(), attempts, problem);
        }
        change(by, letter, attempts, "sent", "");
        return new Outcome.Sent(letter.to(), letter.reminders().size());
    }

    private void change(Authorship by, Letter letter, int attempts, String to, String problem) {
        store.write(by, writing -> {
            ReminderTable.change(writing, letter.number(), "sending", to, attempts, problem);
            writing.record(
                    to.equals("sent") ? "reminders-sent" : "reminders-failed",
                    letter.to(),
                    Change.of("sending", to),
                    Map.of("letter", letter.number(), "promises", ids(letter.reminders()), "attempts", attempts));
            return letter;
        });
    }

    /** Letters that failed earlier, with those of their promises that are still open and still promised for that day. */
    private List<Outcome> again(Authorship by, LetterText text, Map<String, String> addresses, Post post) {
        Map<String, Promise> known = promises.all().stream().collect(Collectors.toMap(Promise::id, it -> it));
        List<Outcome> outcomes = new ArrayList<>();
        for (ReminderTable.Failed failed : store.read(handle -> ReminderTable.failed(handle, ATTEMPTS))) {
            String address = addresses.get(failed.account());
            List<Reminder> reminders = failed.reminders().stream()
                    .flatMap(key -> revived(key, known))
                    .toList();
            if (address == null || reminders.isEmpty() || !take(by, failed)) {
                continue;
            }
            Letter letter = letter(failed.number(), failed.account(), address, failed.messageId(), reminders, text);
            outcomes.add(handOver(by, letter, failed.attempts() + 1, post));
        }
        return outcomes;
    }

    private static Stream<Reminder> revived(Key key, Map<String, Promise> known) {
        Promise promise = Objects.requireNonNull(known.get(key.promise()), key.promise());
        boolean holds = promise.open() && promise.due().toString().equals(key.due());
        return holds ? Stream.of(new Reminder(key.account(), Reminder.Kind.of(key.kind()), promise)) : Stream.empty();
    }

    private boolean take(Authorship by, ReminderTable.Failed failed) {
        return store.write(by, writing -> {
            boolean taken =
                    ReminderTable.change(writing, failed.number(), "failed", "sending", failed.attempts() + 1, "");
            if (taken) {
                writing.record(
                        "reminders-retried",
                        failed.account(),
                        Change.of("failed", "sending"),
                        Map.of("letter", failed.number()));
            } else {
                writing.unchanged();
            }
            return taken;
        });
    }

    @Override
    public List<Stuck> stuck() {
        return store.read(handle -> ReminderTable.stuck(handle, ATTEMPTS));
    }

    private static String ids(List<Reminder> reminders) {
        return reminders.stream()
                .map(reminder -> reminder.promise().id())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
