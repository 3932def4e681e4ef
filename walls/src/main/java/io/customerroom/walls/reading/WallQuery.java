package io.customerroom.walls.reading;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which view of the walls is asked for. Everything that changes a number is in here, and so in the address of the page.
 *
 * @param period the period on the walls
 * @param segment only customers of this segment
 * @param site only what belongs to this site
 * @param clocks by when things happened, and by when they were known
 * @param past whether these are other clocks than those of the current ledger
 * @param window of exhibits that add up more than one period
 * @param cohorts of exhibits that follow one cohort or two
 */
public record WallQuery(
        Period period,
        Optional<String> segment,
        Optional<String> site,
        Clocks clocks,
        boolean past,
        Window window,
        Cohorts cohorts) {

    /** With the cohorts that the page chooses. */
    public WallQuery(
            Period period,
            Optional<String> segment,
            Optional<String> site,
            Clocks clocks,
            boolean past,
            Window window) {
        this(period, segment, site, clocks, past, window, Cohorts.USUAL);
    }

    /** Over the twelve months up to the period's end, where more than the period is added up. */
    public WallQuery(Period period, Optional<String> segment, Optional<String> site, Clocks clocks, boolean past) {
        this(period, segment, site, clocks, past, Window.YEAR);
    }

    /** A view of the current ledger. */
    public WallQuery(Period period, Optional<String> segment, Optional<String> site, Clocks clocks) {
        this(period, segment, site, clocks, false);
    }

    /** The latest period of this grain that was over by then; the running one where none has ever been over. */
    public static Period latestComplete(CompanyCalendar calendar, Grain grain, Clocks clocks) {
        Period running = calendar.periodOf(grain, clocks.through());
        return running.partial(clocks.through()) ? calendar.previous(running) : running;
    }

    public boolean partial() {
        return period.partial(clocks.through());
    }

    /** The filters as the ledger's dimensions. */
    public Map<String, String> where() {
        Map<String, String> where = new TreeMap<>();
        segment.ifPresent(value -> where.put("segment", value));
        site.ifPresent(value -> where.put("site", value));
        return Collections.unmodifiableMap(where);
    }

    /** The same view of another period. */
    public WallQuery at(Period other) {
        return new WallQuery(other, segment, site, clocks, past, window, cohorts);
    }

    /** Until when what people wrote is shown: until the view was known where it looks back, else all. */
    public Instant written() {
        return past ? clocks.known() : Instant.MAX;
    }

    /** The same view of another window. */
    public WallQuery over(Window other) {
        return new WallQuery(period, segment, site, clocks, past, other, cohorts);
    }

    /** The same view, of other clocks than those of the current ledger. */
    public WallQuery lookingBack() {
        return new WallQuery(period, segment, site, clocks, true, window, cohorts);
    }

    /** The same view of other cohorts. */
    public WallQuery following(Cohorts other) {
        return new WallQuery(period, segment, site, clocks, past, window, other);
    }
}
