package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.LedgerStatus.Shown;
import io.customerroom.web.frame.Frames;
import io.customerroom.web.security.Authors;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Reads from an address which view of which ledger is meant: the current one, or with {@code through} or {@code known} the one of those
 * clocks, which is built where it does not exist. The frame of the page then says that it looks back.
 */
@Component
public final class Views {

    private final LedgerStatus status;
    private final CompanyCalendar calendar;
    private final PastLedgers ledgers;

    Views(LedgerStatus status, CompanyFace company, PastLedgers ledgers) {
        this.status = status;
        this.calendar = company.calendar();
        this.ledgers = ledgers;
    }

    /** Refused: days that are none, and clocks ahead of the current ledger's. */
    public WallQuery of(Map<String, String> parameters) {
        Shown shown = status.shown()
                .orElseThrow(() -> Failure.yours(
                        "LEDGER_NOT_FOUND", "No ledger has been built yet.", "Import data and build the ledger."));
        BuildRequest asked = asked(parameters, shown);
        if (asked.isStandard()) {
            return WallAddress.read(parameters, calendar, shown.clocks());
        }
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        Build build = ledgers.at(asked, Authors.of(request, "looked back"));
        request.setAttribute(Frames.PAST, Shown.of(build));
        return WallAddress.read(parameters, calendar, build.clocks()).lookingBack();
    }

    private BuildRequest asked(Map<String, String> parameters, Shown shown) {
        Optional<LocalDate> through = text(parameters, "through").map(text -> day("through", text));
        Optional<Instant> known = text(parameters, "known").map(this::moment);
        LocalDate last = shown.clocks().through();
        if (through.filter(day -> day.isAfter(last)).isPresent()) {
            throw Failure.yours(
                    "CLOCK_AHEAD",
                    "through is %s, but the ledger ends on %s.".formatted(through.get(), last),
                    "Choose %s or an earlier day.".formatted(last));
        }
        return new BuildRequest(
                through.filter(day -> !day.equals(last) || known.isPresent()),
                known.filter(moment -> moment.isBefore(shown.clocks().known())),
                List.of());
    }

    private static Optional<String> text(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A day stands for its end in the company's zone. */
    private Instant moment(String text) {
        if (!text.contains("T")) {
            return day("known", text)
                    .plusDays(1)
                    .atStartOfDay(calendar.zone())
                    .toInstant()
                    .minusNanos(1_000);
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw refused("known", text);
        }
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused(name, text);
        }
    }

    private static Failure refused(String name, String text) {
        return Failure.yours(
                "DATE_MALFORMED",
                "%s is '%s', which is not a date."
                        .formatted(name, text.length() > 40 ? text.substring(0, 40) + "…" : text),
                "Write it as 2026-03-31.");
    }
}
