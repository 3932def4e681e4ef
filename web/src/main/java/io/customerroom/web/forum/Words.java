package io.customerroom.web.forum;

import io.customerroom.room.meetings.Meeting;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.web.CompanyFace;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Days and moments of the company, as the pages of the forum write them. Templates ask this bean. */
@Component("forumWords")
public final class Words {

    private static final int FIRST_YEAR = 1900;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final ZoneId zone;
    private final Clock clock;

    Words(CompanyFace company, Clock clock) {
        this.zone = company.calendar().zone();
        this.clock = clock;
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The day from which something holds; rules that a new workspace begins with hold from 1900 on, before any fact. */
    public String from(LocalDate day) {
        return day.getYear() <= FIRST_YEAR ? "the first day" : day(day);
    }

    public String moment(Instant moment) {
        return MINUTE.format(moment.atZone(zone));
    }

    /** The time of day alone, where the day is evident. */
    public String time(Instant moment) {
        return TIME.format(moment.atZone(zone));
    }

    /** A difference with its sign: {@code +7}, {@code −11}, {@code ±0}. */
    public String change(BigDecimal difference) {
        String digits = Numbers.plain(difference.abs(), 2);
        return switch (difference.signum()) {
            case 1 -> "+" + digits;
            case -1 -> "−" + digits;
            default -> "±0";
        };
    }

    /** A figure as it is read, at most two digits after the point. */
    static String number(BigDecimal figure) {
        return Numbers.plain(figure, 2);
    }

    /** Titles of a series are alike, so the day goes along. */
    String meeting(Meeting meeting) {
        return meeting.title() + ", " + day(meeting.day());
    }

    /** The zone all times of the pages are in. */
    public String zone() {
        return zone.getId();
    }

    /** The company's day now. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
