-- One row per meeting with a time of day: the company's time, in its own zone.
CREATE TABLE meeting_time (
    meeting  INTEGER PRIMARY KEY REFERENCES meeting (number),
    starts   TEXT NOT NULL,
    minutes  INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 720),
    place    TEXT NOT NULL,
    sequence INTEGER NOT NULL
) STRICT;

-- The figure of its exhibit that a promise is about, where one was named.
CREATE TABLE promise_figure (
    promise INTEGER PRIMARY KEY REFERENCES promise (number),
    figure  TEXT NOT NULL,
    title   TEXT NOT NULL
) STRICT;

-- The frozen reading that shows that a promise was kept or broken.
CREATE TABLE promise_evidence (
    event   INTEGER PRIMARY KEY REFERENCES promise_event (number),
    meeting INTEGER NOT NULL,
    exhibit TEXT NOT NULL,
    figure  TEXT NOT NULL,
    value   TEXT NOT NULL,
    FOREIGN KEY (meeting, exhibit) REFERENCES frozen_reading (meeting, exhibit)
) STRICT;

-- The build a meeting's walls were read from. A frozen meeting does not need it: it says where the figures came from.
CREATE TABLE frozen_build (
    meeting INTEGER PRIMARY KEY REFERENCES freeze (meeting),
    build   TEXT NOT NULL
) STRICT;

CREATE TRIGGER promise_figure_is_not_changed BEFORE UPDATE ON promise_figure
BEGIN SELECT RAISE(ABORT, 'a promise is not changed, things happen to it'); END;

CREATE TRIGGER promise_figure_is_not_removed BEFORE DELETE ON promise_figure
BEGIN SELECT RAISE(ABORT, 'a promise is not changed, things happen to it'); END;

CREATE TRIGGER promise_evidence_is_not_changed BEFORE UPDATE ON promise_evidence
BEGIN SELECT RAISE(ABORT, 'what happened to a promise is only added to'); END;

CREATE TRIGGER promise_evidence_is_not_removed BEFORE DELETE ON promise_evidence
BEGIN SELECT RAISE(ABORT, 'what happened to a promise is only added to'); END;

CREATE TRIGGER frozen_build_is_not_changed BEFORE UPDATE ON frozen_build
BEGIN SELECT RAISE(ABORT, 'a frozen meeting is not changed'); END;

CREATE TRIGGER frozen_build_is_not_removed BEFORE DELETE ON frozen_build
BEGIN SELECT RAISE(ABORT, 'a frozen meeting is not changed'); END;
