package io.customerroom.room.remarks;

import io.customerroom.kernel.Authorship;
import io.customerroom.walls.exhibit.Remark;
import io.customerroom.walls.exhibit.Remarks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Remarks that people write beside a series. They are only added: an edited remark is another version, one that was taken back stays
 * readable. Each write leaves an entry in the trail, in one transaction.
 */
public interface RemarkBook extends Remarks {

    /** A remark without a link. */
    default void write(Authorship by, String series, LocalDate day, String words, boolean fresh) {
        write(by, series, day, words, fresh, "");
    }

    /**
     * Refused: no words, or no series. The same remark of the same author twice changes nothing.
     *
     * @param fresh whether the process was changed on that day, so that its limits start anew
     * @param link {@code promise p3} or {@code meeting m1}; empty for nothing
     */
    void write(Authorship by, String series, LocalDate day, String words, boolean fresh, String link);

    /** Writes another version of a remark. Refused with {@code REMARK_UNKNOWN} where there is none, or it was taken back. */
    void edit(Authorship by, long number, LocalDate day, String words, boolean fresh, String link);

    /** Takes a remark back; the author's reason says why. Asking twice changes nothing. */
    void takeBack(Authorship by, long number);

    /** Every version of every remark on a series, oldest first. */
    List<Version> history(String series);

    /** @param takenBack whether this version ended the remark */
    record Version(Remark remark, Instant at, boolean takenBack) {}
}
