package io.customerroom.app.cli;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.BuildRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The two clocks and the definitions under which the ledger is wanted. */
final class ClockOptions {

    @Option(
            names = "--through",
            paramLabel = "DATE",
            description = "The last day that counts; without it the latest in the facts.")
    private Optional<String> through = Optional.empty();

    @Option(
            names = "--known",
            paramLabel = "MOMENT",
            description =
                    "What was known by the end of this day, or by this moment (2026-03-31T18:00:00Z); without it everything.")
    private Optional<String> known = Optional.empty();

    @Option(names = "--definition", paramLabel = "D@V", description = "Instead of the version in force: activity@2.")
    private List<String> definitions = List.of();

    /** Whether any of them was given. */
    boolean given() {
        return through.isPresent() || known.isPresent() || !definitions.isEmpty();
    }

    BuildRequest request(ZoneId zone) {
        return new BuildRequest(
                through.map(text -> day("--through", text)), known.map(text -> moment(text, zone)), definitions);
    }

    private static Instant moment(String text, ZoneId zone) {
        if (text.contains("T")) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw refused("--known", text);
            }
        }
        return day("--known", text).plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1_000);
    }

    private static LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused(option, text);
        }
    }

    private static Failure refused(String option, String text) {
        return Failure.yours(
                "DATE_MALFORMED",
                "%s is '%s', which is not a date.".formatted(option, text),
                "Write it as 2026-03-31%s.".formatted(option.equals("--known") ? " or 2026-03-31T18:00:00Z" : ""));
    }
}
