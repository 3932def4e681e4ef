package io.customerroom.room.reminders;

import io.customerroom.room.promises.Promise;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes letters: promises by how pressing they are, then the sources whose data is late. The words in which an owner described a promise are left out: somebody may have named a customer in them.
 *
 * @param names what accounts are called
 */
public record LetterText(LocalDate today, Map<String, String> names, Reminders.Besides besides) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** {@code Promises: 1 overdue, 2 due soon}. */
    public static String subject(List<Reminder> reminders) {
        StringBuilder subject = new StringBuilder("Promises:");
        String separator = " ";
        for (Reminder.Kind kind : order()) {
            long count = reminders.stream().filter(it -> it.kind() == kind).count();
            if (count > 0) {
                subject.append(separator).append(count).append(' ').append(word(kind));
                separator = ", ";
            }
        }
        return subject.toString();
    }

    /** The whole letter, the most pressing first. */
    public String text(String to, List<Reminder> reminders) {
        StringBuilder text = new StringBuilder(name(to)).append(",\n");
        for (Reminder.Kind kind : order()) {
            List<Reminder> some =
                    reminders.stream().filter(it -> it.kind() == kind).toList();
            if (!some.isEmpty()) {
                text.append('\n').append(heading(kind)).append("\n\n");
                some.forEach(reminder -> text.append(line(reminder)));
            }
        }
        if (!besides.late().isEmpty()) {
            text.append("\nFigures on the walls wait for data:\n\n");
            besides.late().forEach(late -> text.append("* ").append(late).append('\n'));
        }
        text.append("\nThis letter is sent once. The customer room shows every promise with all its dates.\n");
        return text.toString();
    }

    private String line(Reminder reminder) {
        Promise promise = reminder.promise();
        String owner = reminder.kind() == Reminder.Kind.ESCALATION ? ", of " + name(promise.owner()) : "";
        String moved = promise.moves() == 0
                ? ""
                : ", moved %d %s".formatted(promise.moves(), promise.moves() == 1 ? "time" : "times");
        String link = besides.link();
        String way = link.isEmpty() ? "" : "  %s/promises/%s\n".formatted(link, promise.id());
        return "* %s (%s%s): %s%s\n%s".formatted(promise.sentence(), promise.id(), owner, when(promise), moved, way);
    }

    private String when(Promise promise) {
        long days = ChronoUnit.DAYS.between(today, promise.due());
        String day = DAY.format(promise.due());
        if (days == 0) {
            return "due today, " + day;
        }
        return days > 0 ? "due in %s, %s".formatted(days(days), day) : "due %s ago, %s".formatted(days(-days), day);
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private String name(String account) {
        return names.getOrDefault(account, account);
    }

    private static List<Reminder.Kind> order() {
        return List.of(
                Reminder.Kind.ESCALATION, Reminder.Kind.OVERDUE, Reminder.Kind.DUE_TODAY, Reminder.Kind.DUE_SOON);
    }

    private static String word(Reminder.Kind kind) {
        return switch (kind) {
            case ESCALATION -> "escalated";
            case OVERDUE -> "overdue";
            case DUE_TODAY -> "due today";
            case DUE_SOON -> "due soon";
        };
    }

    private static String heading(Reminder.Kind kind) {
        return switch (kind) {
            case ESCALATION -> "Overdue promises of others, for you to know:";
            case OVERDUE -> "Your promises whose date has passed:";
            case DUE_TODAY -> "Your promises that are due today:";
            case DUE_SOON -> "Your promises that are due soon:";
        };
    }
}
