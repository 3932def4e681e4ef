package io.customerroom.acceptance.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.app.cli.Console;
import io.customerroom.app.cli.CustomerRoom;
import io.customerroom.testkit.company.GoldenCompany;
import io.customerroom.testkit.company.Sheet;
import io.customerroom.testkit.oracle.WorkedByHand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The spreadsheet templates, filled with the golden company, give the walls in six commands and without a mapping. */
class FourSpreadsheetsIT {

    private static final Clock JULY = Clock.fixed(Instant.parse("2025-07-02T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private int commands;

    @Test
    void sixCommandsGiveTheFiguresWorkedByHand() throws IOException {
        run("init", "room");
        settle();
        for (Sheet list : GoldenCompany.spreadsheets()) {
            FilledTemplates.fill(
                    folder.resolve("room/templates"), list, Files.createDirectories(folder.resolve("lists")));
        }
        run("import", "lists", "--dir", "room");
        run("build", "--dir", "room");

        assertThat(lines(show("customer-math"), "period", "opening", "gained", "regained", "lost", "closing")
                        .map(cells -> "%s %s+%s+%s-%s=%s\n".formatted((Object[]) cells))
                        .collect(Collectors.joining()))
                .isEqualTo(WorkedByHand.MONTHS);
        assertThat(lines(show("tickets-by-stage"), "period", "stage", "opened", "closed", "open")
                        .map(cells -> String.join(" ", cells) + "\n")
                        .collect(Collectors.joining()))
                .isEqualTo(WorkedByHand.TICKETS);
        assertThat(lines(show("priority-contacts"), "contact", "value", "standing")
                        .map(cells -> String.join(" ", cells) + "\n")
                        .map(line -> line.replaceAll("(\\.\\d*?)0+ ", "$1 ").replace(". ", " "))
                        .collect(Collectors.joining()))
                .isEqualTo(WorkedByHand.CONTACTS);
        assertThat(commands).isLessThanOrEqualTo(6);
    }

    /** What a company states once about itself: its days, and when a customer is lost. */
    private void settle() throws IOException {
        Files.writeString(folder.resolve("room/customer-room.yaml"), """
                company:
                  name: Golden Bicycles
                  zone: Europe/Vienna
                  fiscal-year-start: july
                """);
        Files.writeString(folder.resolve("room/definitions/activity.yaml"), """
                name: activity
                version: 1
                owner: chief customer officer
                reason: Most customers come back within three months.
                valid-from: 1900-01-01
                lapse-days: 90
                """);
    }

    private String show(String metric) {
        return run("show", metric, "--by", "month", "--format", "csv", "--dir", "room");
    }

    private String run(String... words) {
        commands++;
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CustomerRoom(new Console(new PrintWriter(out), new PrintWriter(err), false), JULY, folder)
                .run(words);
        assertThat(exitCode).as(() -> String.join(" ", words) + " said: " + err).isZero();
        return out.toString();
    }

    /** The cells of these columns, line by line. */
    private static Stream<String[]> lines(String csv, String... columns) {
        List<String> lines = csv.lines().toList();
        List<String> header = List.of(lines.getFirst().split(",", -1));
        int[] places = Arrays.stream(columns).mapToInt(header::indexOf).toArray();
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells ->
                        IntStream.of(places).mapToObj(place -> cells[place]).toArray(String[]::new));
    }
}
