package io.customerroom.room.remarks;

import io.customerroom.kernel.Authorship;
import io.customerroom.walls.operations.Remarks;
import java.time.LocalDate;

/** Remarks that people write beside a series. They are only added; each leaves an entry in the trail, in one transaction. */
public interface RemarkBook extends Remarks {

    /**
     * Refused: no words, or no series. The same remark of the same author twice changes nothing.
     *
     * @param fresh whether the process was changed on that day, so that its limits start anew
     */
    void write(Authorship by, String series, LocalDate day, String words, boolean fresh);
}
