-- Programmes of which somebody else drew whom to keep out: a campaign tool, a dice roll in front of witnesses. Its words say how.
CREATE TABLE programme_lot (
    programme INTEGER PRIMARY KEY REFERENCES programme (number),
    words     TEXT NOT NULL
) STRICT;

CREATE TRIGGER programme_lot_is_not_changed BEFORE UPDATE ON programme_lot BEGIN SELECT RAISE(ABORT, 'a lot is drawn once'); END;

CREATE TRIGGER programme_lot_is_not_removed BEFORE DELETE ON programme_lot BEGIN SELECT RAISE(ABORT, 'a lot is drawn once'); END;
