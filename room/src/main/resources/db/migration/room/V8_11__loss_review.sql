-- Draws of leavers for the loss review, with what is needed to make each of them again. A draw is never changed.
CREATE TABLE loss_drawing (
    number      INTEGER PRIMARY KEY,
    month       TEXT NOT NULL,
    since       TEXT NOT NULL,
    seed        TEXT NOT NULL,
    build       TEXT NOT NULL,
    through     TEXT NOT NULL,
    known       TEXT NOT NULL,
    definitions TEXT NOT NULL,
    population  TEXT NOT NULL,
    leavers     INTEGER NOT NULL,
    barred      INTEGER NOT NULL,
    before      INTEGER NOT NULL,
    executives  TEXT NOT NULL,
    each        INTEGER NOT NULL,
    at          TEXT NOT NULL,
    by          TEXT NOT NULL
) STRICT;

-- Who was drawn. The key of a customer stands here once: nobody is drawn twice.
CREATE TABLE loss_drawn (
    customer  INTEGER PRIMARY KEY,
    drawing   INTEGER NOT NULL REFERENCES loss_drawing (number),
    place     INTEGER NOT NULL,
    executive TEXT NOT NULL,
    value     TEXT NOT NULL,
    lost_on   TEXT NOT NULL,
    inclusion REAL NOT NULL,
    UNIQUE (drawing, place)
) STRICT;

CREATE TRIGGER loss_drawing_is_not_changed BEFORE UPDATE ON loss_drawing
BEGIN SELECT RAISE(ABORT, 'a draw is not changed'); END;

CREATE TRIGGER loss_drawing_is_not_removed BEFORE DELETE ON loss_drawing
BEGIN SELECT RAISE(ABORT, 'a draw is not changed'); END;

CREATE TRIGGER loss_drawn_is_not_changed BEFORE UPDATE ON loss_drawn
BEGIN SELECT RAISE(ABORT, 'a draw is not changed'); END;

CREATE TRIGGER loss_drawn_is_not_removed BEFORE DELETE ON loss_drawn
BEGIN SELECT RAISE(ABORT, 'a draw is not changed'); END;
